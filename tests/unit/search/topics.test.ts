import { describe, expect, test } from 'vitest';
import { topicWords } from '../../../src/core/search/query-topics.ts';
import { rank } from '../../../src/core/search/rank.ts';
import { relatedWords } from '../../../src/core/search/related-words.ts';
import { joinPassages, readRecord } from '../../../src/core/search/record.ts';
import { answerByTopics } from '../../../src/core/search/topic-answer.ts';
import { createTopicFiles, readTopicFiles, type Topics } from '../../../src/core/search/topic-file.ts';
import { indexTopics } from '../../../src/core/search/topics.ts';
import { createLexicon, createLexiconData } from '../../../src/core/search/lexicon.ts';
import { dictionaryOf } from '../../helpers/dictionary.ts';

const thesaurus = [
  { id: 'verbosity', words: ['verbose', 'ramble', 'too long', '啰嗦', '冗长'] },
  { id: 'video', words: ['video', 'clip', '视频'] },
  { id: 'clipping', words: ['clip', 'gradient'] },
  { id: 'absent', words: ['teapot'] },
];

/** A record of a title and sentences. */
function record(url: string, title: string, ...sentences: string[]) {
  return { url, content: joinPassages([title, '', 'Ann Lee', 'submitted 2024', '', ...sentences]), meta: { title } };
}

const records = [
  record('wordy', 'Verbose answers', 'Verbose text is verbose. 冗长的回答。', 'And more.'),
  record('film', 'On video', 'A video of a clip, once verbose.', 'And more of the same thing.'),
  record('other', 'Gradients', 'Plain text on a gradient.'),
];
const index = indexTopics(records, thesaurus);
const [verbosity, video] = [0, 1];

describe('the topics of records', () => {
  test('are those of which they have words, numbered without the absent ones', () => {
    expect(index.names).toHaveLength(3);
    expect(index.words.get('teapot')).toBeUndefined();
    expect(index.words.get('clip')).toEqual([1, 2]);
  });

  test('are stronger where more is said of them, and in a title', () => {
    const [wordy, film, other] = index.strengths;
    expect(wordy!.get(verbosity)).toBeGreaterThan(film!.get(verbosity)!);
    expect(film!.get(video)).toBeGreaterThan(0.5);
    expect([...other!.keys()]).toEqual([2]);
  });

  test('are called as the records call them most, by words that mean little else', () => {
    expect(index.names[verbosity]).toEqual(['verbose', '冗长']);
    const clips = indexTopics([record('a', 'Clip', 'A clip, a clip, one video.')], thesaurus);
    expect(clips.names[0]).toEqual(['video', 'clip']);
  });
});

describe('the files of topics', () => {
  const ids = ['id-c', 'id-a', 'id-b']; // not in the order of the records
  const files = createTopicFiles(index, ids);
  const read = (numbers: number[]) => readTopicFiles(files, numbers, [...ids].sort());

  test('give back what was written, in tenths', () => {
    const loaded = read([verbosity, video]);
    expect([...loaded.get(verbosity)!.records.keys()].sort()).toEqual(['id-a', 'id-c']);
    expect(loaded.get(verbosity)!.records.get('id-c')).toBeCloseTo(index.strengths[0]!.get(verbosity)!, 1);
    expect(loaded.get(video)!.names).toContain('video');
  });

  test('know nothing of other numbers', () => expect(read([99]).size).toBe(0));

  test('of a collection without topics are none', () => {
    expect(createTopicFiles(indexTopics([record('a', 'Nothing of the kind')], thesaurus), ['id'])).toEqual([]);
  });

  test('are many where there is much, each topic in the one that is asked for', () => {
    const many = Array.from({ length: 50 }, (_, number) => record(`n${number}`, 'Verbose video', 'A clip rambles, too long.'));
    const manyIds = many.map(({ url }) => url);
    const manyFiles = createTopicFiles(indexTopics(many, thesaurus), manyIds);
    expect(manyFiles).toHaveLength(3);
    for (const [file, topics] of manyFiles.entries()) for (const number of Object.keys(topics)) expect(Number(number) % 3).toBe(file);
    expect(readTopicFiles([manyFiles[0]!], [0], manyIds.sort()).get(0)!.records.size).toBe(50);
  });
});

describe('a query', () => {
  const lexicon = createLexicon(createLexiconData({ contents: [], terms: [] }));
  const dictionary = dictionaryOf({ lexicon, topics: index.words });

  test('names topics by words in any form, each once', () => {
    expect(topicWords('my clips ramble, ramble, 太啰嗦 teapot', dictionary)).toEqual([
      { text: 'clips', topics: [1, 2] },
      { text: 'ramble', topics: [0] },
      { text: '啰嗦', topics: [0] },
    ]);
  });

  test('names no more topics than it can be answered by', () => {
    const words = Array.from({ length: 40 }, (_, number) => `w${'x'.repeat(number + 1)}`);
    const all = dictionaryOf({ lexicon, topics: new Map(words.map((word, number) => [word, [number]])) });
    expect(topicWords(words.join(' '), all)).toHaveLength(16);
  });
});

const topics: Topics = new Map([
  [
    verbosity,
    {
      records: new Map([
        ['wordy', 0.9],
        ['film', 0.2],
      ]),
      names: ['verbose', '冗长'],
    },
  ],
  [video, { records: new Map([['film', 0.9]]), names: ['video'] }],
]);

describe('topics answer', () => {
  test('with the records that are most about them', () => {
    const { records: found, confidence } = answerByTopics([{ text: 'rambling', topics: [verbosity] }], topics, 62);
    expect(found.get('wordy')).toEqual({ score: 1, words: [expect.objectContaining({ text: 'rambling', names: ['verbose', '冗长'] })] });
    expect(found.get('film')!.score).toBeLessThan(0.5);
    expect(confidence).toBeGreaterThan(0.3);
    expect(confidence).toBeLessThan(1);
  });

  test('less surely where a word may mean several', () => {
    const sure = answerByTopics(
      [
        { text: 'a', topics: [verbosity] },
        { text: 'b', topics: [video] },
      ],
      topics,
      62,
    );
    const unsure = answerByTopics(
      [
        { text: 'a', topics: [verbosity] },
        { text: 'b', topics: [video, 7, 8] },
      ],
      topics,
      62,
    );
    expect(unsure.records.get('film')!.score).toBeLessThan(sure.records.get('film')!.score);
    const told = ({ records: found }: typeof sure) => found.get('film')!.words.map(({ text }) => text);
    expect(told(sure)).toContain('b');
    expect(told(unsure)).not.toContain('b');
  });

  test('nothing with nothing', () => {
    expect(answerByTopics([], topics, 62)).toEqual({ records: new Map(), confidence: 0 });
    expect(answerByTopics([{ text: 'a', topics: [42] }], topics, 62).records.size).toBe(0);
  });
});

describe('notes are ranked', () => {
  const unit = (text: string) => ({ text, asks: [{ words: text, weight: 1 }] });
  const query = {
    units: ['why', 'answers', 'rambling', 'so'].map(unit),
    concepts: [],
    phrase: undefined,
    topics: [{ text: 'rambling', topics: [verbosity] }],
  };
  const answers = new Map([
    [
      'answers',
      [
        { id: 'film', score: 1, words: [3] },
        { id: 'plain', score: 0.9, words: [3] },
      ],
    ],
  ]);
  const ranked = rank(query, answers, { records: 62, topics });

  test('by what they are about too, where they have none of the words', () => {
    expect(ranked.map(({ id }) => id)).toContain('wordy');
    expect(ranked.find(({ id }) => id === 'wordy')).toMatchObject({ matches: [[], [], [], []], coverage: 0 });
    expect(rank({ ...query, topics: [] }, answers, { records: 62, topics }).map(({ id }) => id)).toEqual(['film', 'plain']);
  });

  test('less by it where somebody looks up a term', () => {
    const share = (units: typeof query.units) => {
      const scores = new Map(rank({ ...query, units }, answers, { records: 62, topics }).map(({ id, score }) => [id, score]));
      return scores.get('wordy')! / scores.get('film')!;
    };
    expect(share(query.units.slice(1, 2))).toBeLessThan(share(query.units));
  });

  test('and say by which words, unless they have those themselves', () => {
    const related = (id: string) => ranked.find((note) => note.id === id)!.related.map(({ text }) => text);
    expect(related('wordy')).toEqual(['rambling']);
    const held = rank(query, new Map([...answers, ['rambling', [{ id: 'wordy', score: 1, words: [9] }]]]), { records: 62, topics });
    expect(held.find(({ id }) => id === 'wordy')!.related).toEqual([]);
  });
});

describe('a record means the words of a query', () => {
  const text = readRecord(records[0]!.content);
  const link = (from: string, ...names: string[]) => ({ text: from, names });

  test('by words of its own, which are marked', () => {
    const [related] = relatedWords(text, [link('rambling', 'verbose', '冗长')]);
    expect(related).toMatchObject({ from: 'rambling', to: 'verbose' });
    const tokens = records[0]!.content.split(/\s+/);
    expect(related!.tokens.map((token) => tokens[token])).toEqual(expect.arrayContaining(['Verbose', '冗长']));
  });

  test('by words of several tokens', () => {
    const [related] = relatedWords(readRecord(record('a', 'A', 'It grew too long, 回答太冗长').content), [link('rambling', 'too long')]);
    expect(related!.tokens).toHaveLength(2);
  });

  test('in the reader’s language, and in the other one only where it has no text in the reader’s', () => {
    const bilingual = readRecord(record('a', 'A', 'A plain answer.', '回答太冗长。').content);
    expect(relatedWords(bilingual, [link('rambling', '冗长')])).toEqual([]);
    const chinese = readRecord(record('a', 'A', '回答太冗长。').content);
    expect(relatedWords(chinese, [link('rambling', '冗长')])).toMatchObject([{ to: '冗长' }]);
  });

  test('of which two are told, each once, and none that it does not have', () => {
    expect(relatedWords(text, [link('a', 'teapot')])).toEqual([]);
    expect(relatedWords(text, [link('a', 'verbose'), link('b', 'verbose'), link('c', 'answers'), link('d', 'more')])).toHaveLength(2);
  });
});
