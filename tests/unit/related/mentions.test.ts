import { expect, test } from 'vitest';
import { vocabularySchema } from '../../../src/core/keyword/schema.ts';
import { createVocabulary } from '../../../src/core/keyword/vocabulary.ts';
import { createMentionFinder } from '../../../src/core/related/mentions.ts';

const { terms } = createVocabulary(
  vocabularySchema.parse([
    { id: 'length-bias', en: 'Length bias', zh: '长度偏差', aliases: ['verbosity bias'] },
    { id: 'bias', en: 'Bias', zh: '偏差' },
    { id: 'kl-divergence', en: 'KL divergence', zh: 'KL 散度', aliases: ['KL'] },
    { id: 'oil', en: 'Oil', zh: '油' },
  ]),
);
const find = createMentionFinder(terms, [
  { id: 'alpha-lamp', shortTitle: 'α-Lamp' },
  { id: 'nameless' },
  { id: 'wick', shortTitle: 'Wick' },
]);
const found = (text: string) => {
  const mentions = find(text);
  return { terms: [...mentions.terms].sort(), papers: [...mentions.papers].sort() };
};

test.each([
  ['It has a length-bias.', ['bias', 'length-bias'], []],
  ['A Verbosity  Bias, and\noil', ['bias', 'length-bias', 'oil'], []],
  ['biased, lengthy, boiling', [], []],
  ['方法的长度偏差很小', ['bias', 'length-bias'], []],
  ['KL 散度与 KL divergence', ['kl-divergence'], []],
  ['KL alone is too short a name, and so is 油', [], []],
  ['α-Lamp beats wick; Wickham does not', [], ['alpha-lamp', 'wick']],
  ['', [], []],
])('%s', (text, expectedTerms, papers) => {
  expect(found(text)).toEqual({ terms: expectedTerms, papers });
});
