import { describe, expect, test } from 'vitest';
import { createLexicon, createLexiconData } from '../../../src/core/search/lexicon.ts';
import { paraphrasesOf } from '../../../src/core/search/paraphrases.ts';
import { queryWords } from '../../../src/core/search/query-words.ts';
import { parseQuery } from '../../../src/core/search/query.ts';
import { asksOf } from '../../../src/core/search/weigh.ts';
import { dictionaryOf } from '../../helpers/dictionary.ts';

const terms = [
  {
    id: 'length-bias',
    label: { en: 'Length bias', zh: '长度偏差' },
    aliases: ['verbosity'],
    paraphrases: [],
    gloss: {},
    broader: undefined,
    known: true,
  },
];
function term(id: string, en: string, zh: string) {
  return { id, label: { en, zh }, aliases: [], paraphrases: [], gloss: {}, broader: undefined, known: true };
}

const contents = [
  'Curriculum learning of policies for f-DPO and α-DPO, token level',
  '长度 偏差 与 verbosity 泛 化 界限 ， 老虎机 length bias',
  'hallucinations are stopped by non-stationary steps',
];
const lexicon = createLexicon(createLexiconData({ contents, terms }));

function unitsOf(text: string): string[] {
  return parseQuery(text, { lexicon }).units.map((unit) => unit.text);
}

function wordsOf(text: string): string[] {
  return asksOf(parseQuery(text, { lexicon })).map((ask) => ask.words);
}

describe('a query is cut into units', () => {
  test.each([
    ['curriculum learning', ['curriculum', 'learning']],
    ['what is the LEARNING of a policy?', ['learning', 'policy']],
    ['长度偏差', ['长度', '偏差', '长度偏差']],
    ['DPO 的长度', ['dpo', '长度']],
    ['ｆ－ＤＰＯ', ['f-dpo']],
    ['the', []],
  ])('%s', (text, units) => expect(unitsOf(text)).toEqual(units));

  test('characters that the segmenter leaves single are joined to a word and asked for as a phrase', () => {
    expect(queryWords('泛化')).toEqual(['泛化']);
    expect(wordsOf('泛化')).toContain('"泛 化"');
    expect(queryWords('模型的对齐')).toEqual(['模型', '的', '对齐']);
  });

  test('without a lexicon every word is asked for as it stands', () => {
    expect(parseQuery('unheard words').units.map(({ asks }) => asks)).toEqual([
      [{ words: 'unheard', weight: 1 }],
      [{ words: 'words', weight: 1 }],
    ]);
  });
});

describe('words that the index does not hold are never asked for', () => {
  test.each([
    ['a mistyped word is repaired', 'cirriculum', ['curriculum']],
    ['an ending may differ', 'policy', ['policy']],
    ['half a word is a beginning', 'halluc', ['halluc']],
    ['a hyphenated name is asked for as one word', 'f-DPO', ['fdpo']],
    ['a joined name finds the hyphenated one', 'fDPO', ['fdpo']],
    ['a Greek letter may be written out', 'alpha-dpo', ['α dpo']],
    ['the end of a Chinese word finds the word', '虎机', ['老虎机']],
    ['a word that nothing resembles is dropped', 'xylophone', []],
    ['a short word is not repaired', 'stap', []],
  ])('%s: %s', (_, text, words) => {
    const asks = wordsOf(text);
    for (const word of words) expect(asks).toContain(word);
    if (words.length === 0) expect(asks).toEqual([]);
  });
});

test('a lexicon lists one word of each stem and no figures, and knows the others', () => {
  const data = createLexiconData({ contents: ['policies policy aligned aligning 575 10k'], terms: [] });
  expect(data.words).toBe('10k aligned policy');
  const { knows } = createLexicon(data);
  for (const word of ['policies', 'aligning', 'align', '575', '4711']) expect(knows(word), word).toBe(true);
});

describe('terms of the vocabulary stand in for each other', () => {
  test.each([
    ['length bias in DPO', ['"长度 偏差"', 'verbosity']],
    ['长度偏差的成因', ['"length bias"', 'verbosity']],
    ['Verbosity', ['"长度 偏差"', '"length bias"']],
  ])('%s', (text, words) => expect(wordsOf(text)).toEqual(expect.arrayContaining(words)));
});

describe('what only makes a question is not asked for', () => {
  test.each([
    ['长度到底有没有偏差', ['长度', '偏差']], // the segmenter alone would read 到底有
    ['can learning be done without steps instead', ['learning', 'steps']],
    ['token level or sequence level', ['token', 'level']],
  ])('%s', (text, units) => expect(unitsOf(text)).toEqual(expect.arrayContaining(units)));

  test('unless a term is called so', () => {
    const best = createLexicon(createLexiconData({ contents: ['best of many'], terms: [term('best-of-n', 'Best of many', '多中选优')] }));
    expect(parseQuery('best learning', { lexicon: best }).units.map(({ text }) => text)).toContain('best');
  });
});

describe('a short word that no note has', () => {
  const notes = createLexicon(createLexiconData({ contents: ['both answers need one gpu'], terms: [] }));
  const units = (text: string) => parseQuery(text, { lexicon: notes }).units.map(({ text: word }) => word);
  test('is not taken for the beginning of another', () => expect(units('the bot answers')).toEqual(['answers']));
  test('unless it is still being typed', () => expect(units('answers bot')).toEqual(['answers', 'bot']));
  test('and one that some note has is kept', () => expect(units('my gpu answers')).toContain('gpu'));
});

describe('paraphrases of terms stand in for them', () => {
  const wordy = { ...term('length-bias', 'Length bias', '长度偏差'), paraphrases: ['too wordy', 'padded replies', 'ramble', '啰嗦'] };
  const drift = { ...term('drift', 'Drift', '漂移'), paraphrases: ['ramble'] };
  const asking = createLexicon(createLexiconData({ contents: ['length bias drift 长度 偏差 漂移 wordy rambling'], terms: [wordy, drift] }));
  const dictionary = dictionaryOf({ lexicon: asking, paraphrases: paraphrasesOf([wordy, drift]) });
  const asked = (text: string) => asksOf(parseQuery(text, { lexicon: asking, dictionary })).map(({ words }) => words);

  test.each([
    ['answers that are too wordy', ['"length bias"', '"长度 偏差"']],
    ['啰嗦', ['"length bias"']],
    ['it rambles', ['"length bias"', 'drift']], // one stem, two terms
  ])('%s', (text, words) => expect(asked(text)).toEqual(expect.arrayContaining(words)));

  test('as far as they tell more than a name or a shorter one does', () => {
    const told = {
      ...term('length-bias', 'Length bias', '长度偏差'),
      paraphrases: ['a length bias', 'too wordy', 'far too wordy', '太啰嗦', '啰嗦'],
    };
    expect([...paraphrasesOf([told]).keys()]).toEqual(['too wordi', '啰嗦']);
  });

  test('and are asked for themselves as they were typed', () => expect(asked('it gives padded replies')).toContain('"padded replies"'));

  test('but a term is not asked for by them', () => expect(asked('length bias')).not.toContain('"too wordy"'));
});

describe('Traditional characters', () => {
  const simplified = new Map([
    ['長', '长'],
    ['習', '习'],
  ]);
  test('are read as the Simplified ones that the collection has', () => {
    const traditional = createLexicon(createLexiconData({ contents, terms, simplified }));
    const asks = asksOf(parseQuery('長度偏差', { lexicon: traditional })).map(({ words }) => words);
    expect(asks).toEqual(expect.arrayContaining(['长度', '"length bias"']));
  });

  test('stay where the collection is written in them', () => {
    const both = createLexicon(createLexiconData({ contents: ['長度 長度 长度'], terms: [], simplified }));
    expect(both.simplify('長習')).toBe('長習');
  });
});

describe('a dictionary', () => {
  const foreign = createLexicon(createLexiconData({ contents: [...contents, '学习'], terms }));
  const words = [
    { simplified: '学习', traditional: '學習', meanings: ['learning'] },
    { simplified: '停止', traditional: '停止', meanings: ['stopped'] },
  ];
  const dictionary = dictionaryOf({ lexicon: foreign, words });
  const asksFor = (text: string) => asksOf(parseQuery(text, { lexicon: foreign, dictionary }));

  test('is asked for words that the vocabulary does not translate', () => {
    expect(asksFor('学习').map(({ words, translates }) => ({ words, translates }))).toContainEqual({
      words: 'learning',
      translates: '学习',
    });
  });

  test('makes a word that no note has find its rendering', () => {
    expect(parseQuery('停止', { lexicon: foreign }).units).toEqual([]);
    expect(asksFor('停止').map(({ words }) => words)).toEqual(['stopped']);
  });
});

describe('nothing that can be typed breaks the query', () => {
  test.each([
    ['nothing', ''],
    ['punctuation', '?!… “” ((( \\ --- ...'],
    ['one letter', 'a'],
    ['an open quote', '"length bias'],
    ['a regular expression', '[a-z]+(.*)\\1{2,}$'],
    ['markup', '<img src=x onerror=alert(1)>'],
    ['a lone surrogate', 'length \uD83D bias \uDE00'],
    ['right-to-left text', 'שלום عالم length'],
    ['2,000 characters', 'length '.repeat(300)],
    ['2,000 Chinese characters', '长度偏差'.repeat(500)],
    ['controls', 'length\u0000\u202E\u200Bbias\n\t'],
  ])('%s', (_, text) => {
    const query = parseQuery(text, { lexicon });
    expect(query.units.length).toBeLessThanOrEqual(20);
    for (const { words } of asksOf(query)) expect(words.isWellFormed()).toBe(true);
  });
});

describe('characters that make no word', () => {
  const importanceIn = (query: string, terms: Parameters<typeof createLexiconData>[0]['terms']) => {
    const known = createLexicon(createLexiconData({ contents: ['模型 越 练 self play'], terms }));
    return Object.fromEntries(parseQuery(query, { lexicon: known }).units.map(({ text, importance = 1 }) => [text, importance]));
  };

  test('count for less than words', () => expect(importanceIn('模型越练', [])).toEqual({ 模型: 1, 越练: 0.5 }));
  test('count as a word where a term covers them', () =>
    expect(importanceIn('模型越练', [term('self-play', 'Self play', '越练')])).toMatchObject({ 模型: 1, 越练: 1 }));
});
