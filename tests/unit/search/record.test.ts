import { describe, expect, test } from 'vitest';
import { createNote } from '../../../src/core/note/note.ts';
import type { NoteId } from '../../../src/core/note/id.ts';
import { noteSchema } from '../../../src/core/note/schema.ts';
import { greekReading, greekTwin } from '../../../src/core/search/greek.ts';
import { MARKS } from '../../../src/core/search/marks.ts';
import { wordsOfPath } from '../../../src/core/search/missing-path.ts';
import { excerptOf, markPassage, matchedParts } from '../../../src/core/search/present.ts';
import { createRecord, readRecord, type BodyPassage } from '../../../src/core/search/record.ts';
import { nameKey, namesOfKeys } from '../../../src/core/search/greek.ts';
import { isSpaced, segmentText } from '../../../src/core/search/segment.ts';
import { searchPassages } from '../../../src/markdown/search-text.ts';

function record(front: object, texts: readonly (string | BodyPassage)[] = []) {
  const passages = texts.map((text) => (typeof text === 'string' ? { part: 'other' as const, text } : text));
  const metadata = noteSchema.parse(front);
  // An id that is valid by its looks.
  const note = createNote({ id: 'alpha-dpo' as NoteId, metadata, keywords: [], hasPdf: false, digest: '' });
  const label = { en: 'Length bias', zh: '长度偏差' };
  const gloss = { en: 'Answers that are long.' };
  const length = {
    id: 'length-bias',
    label,
    aliases: ['verbosity'],
    paraphrases: ['too many words'],
    gloss,
    broader: undefined,
    known: true,
  };
  return createRecord({ note, keywords: [length], passages });
}

describe('a search record', () => {
  const made = record(
    {
      title: 'α-DPO ¶ a $\\beta$ study',
      titleZh: '偏好漂移研究',
      authors: ['Ann Lee', 'Bo Wu'],
      venue: 'ICLR 2025',
      status: 'submitted',
      date: '2024-05',
    },
    ['We study policies.', '我们研究偏好漂移。'],
  );
  const read = readRecord(made.content);

  test('is found by its keywords in both languages and by the name of its Greek letter', () => {
    expect(made.meta.zt).toBe('偏好 漂移 研究');
    for (const word of ['alpha-dpo', 'alphadpo', 'beta']) expect(made.meta.al!.split(' ')).toContain(word);
    for (const word of ['Length', '长度', 'verbosity']) expect(made.meta.kw).toContain(word);
  });

  test('is found by what its keywords mean and how readers ask for them, which nobody reads in it', () => {
    expect(made.meta.gl).toBe('Answers that are long. ¶ too many words');
    expect(made.content).not.toContain('verbosity');
  });

  test('is found by the names that its paper bears, however they are spelled', () => {
    const { meta } = record({
      title: 'f-DPO: a study',
      shortTitle: 'D²PO',
      alternativeTitles: ['Old Name: a study', 'No name at all'],
      authors: ['A'],
    });
    expect(meta.nm).toBe(['alpha-dpo', 'D2PO', 'F DPO', 'oldname'].map(nameKey).join(' '));
    expect(namesOfKeys(meta.nm!)).toEqual(['alphadpo', 'd2po', 'fdpo', 'oldname']);
  });

  test('can be read back for display', () => {
    expect(read).toMatchObject({ authors: ['Ann Lee', 'Bo Wu'], status: 'submitted', venue: 'ICLR 2025', year: '2024' });
    expect(read.body.map(({ locale }) => locale)).toEqual(['en', 'zh']);
    expect(markPassage(read.titleZh, new Set()).pieces).toEqual([{ text: '偏好漂移研究', marked: false }]);
  });

  test('keeps the places of its tokens, which the index counts alike', () => {
    const tokens = made.content.split(' ');
    for (const { start, tokens: own } of read.body) expect(tokens.slice(start, start + own.length)).toEqual(own);
  });

  test('may lack everything but a title', () => {
    const bare = readRecord(record({ title: 'Bare' }).content);
    expect(bare).toMatchObject({ titleZh: { tokens: [] }, authors: [], status: 'preprint', venue: '', year: '', body: [] });
    expect(excerptOf(bare, [], { reader: 'en' })).toBeUndefined();
  });
});

describe('the parts of a record', () => {
  const { content } = record({ title: 'Lamps', authors: ['Ann Lee'] }, [
    { part: 'key-points', text: 'They burn.' },
    { part: 'key-points', text: 'They ¶¶ glow.' },
    { part: 'abstract', text: 'Lamps burn.' },
    { part: 'other', text: 'Unrelated.' },
  ]);
  const read = readRecord(content);
  const places = (word: string) => content.split(/\s+/).flatMap((token, index) => (token.toLowerCase().startsWith(word) ? [index] : []));

  test('are known of each passage', () =>
    expect(read.body.map(({ part }) => part)).toEqual(['key-points', 'key-points', 'abstract', 'other']));

  test('in which a query matches are named in order, those that match most of it', () => {
    expect(matchedParts(read, [places('lamps')])).toEqual(['title', 'abstract']);
    expect(matchedParts(read, [places('burn')])).toEqual(['key-points', 'abstract']);
    expect(matchedParts(read, [places('lee'), places('glow')])).toEqual(['authors', 'key-points']);
    expect(matchedParts(read, [])).toEqual([]);
  });

  test('keep the places of their tokens', () => {
    const tokens = content.split(/\s+/);
    for (const { start, tokens: own } of [...read.head, ...read.body]) expect(tokens.slice(start, start + own.length)).toEqual(own);
  });
});

test('a record in one language alone is marked so, and one in both is not', () => {
  const inEnglish = { part: 'abstract' as const, text: 'It drifts.' };
  const inChinese = { part: 'abstract' as const, text: '它会漂移。' };
  expect(record({ title: 'T' }, [inEnglish]).meta.in).toBe(MARKS.only.en);
  expect(record({ title: 'T' }, [inChinese]).meta.in).toBe(MARKS.only.zh);
  expect([record({ title: 'T' }, [inEnglish, inChinese]).meta.in, record({ title: 'T' }).meta.in]).toEqual(['', '']);
});

describe('the questions of a note', () => {
  const questions = [{ en: 'Why does it drift?', zh: '它为什么漂移？' }, { zh: '怎样追上漂移？' }];
  const text = 'The weights of a policy drift, which is why it does badly.';
  const read = readRecord(record({ title: 'T', questions }, [{ part: 'key-points', text }]).content);
  const matchesOf = (...words: readonly string[]) =>
    words.map((word) =>
      read.body.flatMap(({ start, tokens }) => tokens.flatMap((token, index) => (token.startsWith(word) ? [start + index] : []))),
    );
  const excerpt = (...words: readonly string[]) => excerptOf(read, matchesOf(...words), { reader: 'en', asked: 'en' })!;

  test('are passages of their own, in both languages', () => {
    const asked = read.body.filter(({ part }) => part === 'questions');
    expect(asked.map(({ locale, tokens }) => [locale, tokens.join('')])).toEqual([
      ['en', 'Whydoesitdrift?'],
      ['zh', '它为什么漂移？'],
      ['zh', '怎样追上漂移？'],
    ]);
    expect(matchedParts(read, matchesOf('漂移'))).toEqual(['questions']);
  });

  test('are shown to who asks, and text to who looks up a word', () => {
    expect(excerpt('does', 'it', 'drift').part).toBe('questions');
    expect(excerpt('drift').part).toBe('key-points');
  });
});

describe('the excerpt', () => {
  const long = `${'filler '.repeat(60)}the squeezing effect appears here`;
  const read = readRecord(
    record({ title: 'T' }, ['An opening sentence that has more than eight words in it.', long, '这是一段关于长度偏差的中文文字。']).content,
  );
  const place = (word: string) => {
    const passage = read.body.find(({ tokens }) => tokens.includes(word))!;
    return passage.start + passage.tokens.indexOf(word);
  };
  const textOf = (matches: readonly (readonly number[])[], locale: 'en' | 'zh' = 'en') =>
    excerptOf(read, matches, { reader: locale })!
      .pieces.map(({ text }) => text)
      .join('');

  test('shows the window with the matches, marked', () => {
    const { pieces, locale } = excerptOf(read, [[place('squeezing')], [place('effect')]], { reader: 'zh' })!;
    expect(locale).toBe('en');
    expect(pieces.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['squeezing', 'effect']);
    expect(pieces[0]!.text.startsWith('… ')).toBe(true);
  });

  test('is in the language that matched', () => expect(excerptOf(read, [[place('长度')]], { reader: 'en' })!.locale).toBe('zh'));

  test('is in the language of the query where that matches nearly as well', () => {
    const both = [[place('squeezing'), place('长度')], [place('effect')]];
    expect(excerptOf(read, both, { reader: 'en', asked: 'zh' })!.locale).toBe('zh');
    expect(excerptOf(read, both, { reader: 'zh', asked: 'en' })!.locale).toBe('en');
  });

  test('begins the text where only the head of the record matched', () => {
    expect(textOf([[0]])).toMatch(/^An opening sentence/);
    expect(textOf([[0]], 'zh')).toMatch(/^这是一段关于/);
  });

  test('leaves punctuation out of the mark', () => {
    const passage = { part: 'other', locale: 'en', start: 0, tokens: ['(KL)', 'ends.'] } as const;
    expect(
      markPassage(passage, new Set([0, 1]))
        .pieces.map(({ text, marked }) => (marked ? `[${text}]` : text))
        .join(''),
    ).toBe('([KL]) [ends].');
  });
});

describe('text for the index', () => {
  test('Chinese is cut between words and marks, English at spaces', () => {
    expect(segmentText('研究偏好漂移 under drift.')).toEqual(['研究', '偏好', '漂移', 'under', 'drift.']);
    expect(segmentText('偏好（DPO）的')).toEqual(['偏好', '（', 'DPO', '）', '的']);
    expect(isSpaced('a', 'b')).toBe(true);
    expect(isSpaced('DPO', '的')).toBe(false);
  });

  test('long formulas are left out, short ones read as words', () => {
    const body =
      '## Key points\n- With $\\beta$ and $$\\frac{a}{b}\\log\\sigma(x)-\\lambda\\lVert w\\rVert^2$$ gone\n\nMore `code` **bold**.';
    expect(searchPassages({ file: 'x.md', body, bodyLine: 0 })).toEqual([
      { part: 'key-points', text: 'With β and … gone' },
      { part: 'key-points', text: 'More code bold.' },
    ]);
  });

  test('Greek letters have names', () => {
    expect(greekReading('α-DPO and SimPO')).toBe('alpha-dpo');
    expect([greekTwin('beta'), greekTwin('β'), greekTwin('alpha-dpo'), greekTwin('dpo')]).toEqual(['β', 'beta', 'α-dpo', undefined]);
  });
});

describe('the words of a missing address', () => {
  test.each([
    ['/repo/zh/papers/ns-dpo/read/', { words: 'ns dpo', locale: 'zh' }],
    ['/repo/paper/SimPO.html', { words: 'paper SimPO', locale: 'en' }],
    ['/repo/%E0%A4%A', { words: 'E0 A4 A', locale: 'en' }],
    ['/repo/zh/%E9%95%BF%E5%BA%A6/', { words: '长度', locale: 'zh' }],
    ['/elsewhere/', { words: 'elsewhere', locale: 'en' }],
    ['/repo/', { words: '', locale: 'en' }],
  ])('%s', (path, words) => expect(wordsOfPath(path, '/repo/')).toEqual(words));
});
