import { describe, expect, test } from 'vitest';
import { OBJECT, splitSentences } from '../../../src/core/text/sentences.ts';
import { randomTexts } from '../../helpers/random.ts';

/** Each text with a bar where a sentence begins. */
const english = [
  'One sentence only',
  'It works. |We show why. |Nobody asked.',
  'We gain 3.5 points at $0.1. |Then it drops to 2.',
  'Pairs help, e.g. GPT-4 answers, i.e. Strong ones, cf. Section 2 and vs. Others.',
  'We follow Reed et al. In this house it holds.',
  'See Fig. 3, Figs. 4 and Eq. (5) in Sec. 6 of No. 7 by Dr. Fenn and J. Quill.',
  'He asked “why?” |She said “no.” |They left.',
  'It ends (in part). |It begins!',
  'Really?! |Yes… |No. ',
  '2024 came. |3 papers followed. |β was small.',
  'It runs on v1.2.3 of example.org. lower case does not begin one. |Upper does.',
  `We use ${OBJECT}. |${OBJECT} is small.`,
  'A plan.\n|The next line.\n\n|After a gap.',
];

const chinese = [
  '第一句。|第二句！|第三句？|第四句',
  '他问：“为什么？”|她说：“不。”|他们走了。',
  '真的？！|是的。|等等……还没完……',
  '（见附录。）|下一句。',
  '准确率为 3.5%。|取 β=0.1。|结束',
  '使用 DPO。|It works. |混排 e.g. 这样。',
];

describe('splitSentences', () => {
  test.each([...english, ...chinese])('%s', (marked) => {
    expect(splitSentences(marked.replaceAll('|', ''))).toEqual(marked.split('|'));
  });

  test('of nothing gives nothing', () => {
    expect(splitSentences('')).toEqual([]);
    expect(splitSentences(' \n ')).toEqual([]);
  });

  test('drops nothing: the pieces joined are the text', () => {
    const pieces = [
      '.',
      '!',
      '…',
      '。',
      '？',
      '”',
      ')',
      ' ',
      '  ',
      '\n',
      'A',
      'b',
      '3',
      '中',
      'e.g.',
      'et al.',
      OBJECT,
      '“',
      '\u00A0',
      '          ',
    ];
    for (const text of randomTexts(pieces, { seed: 7, count: 1500, most: 30 })) {
      if (text.trim() !== '') expect(splitSentences(text).join('')).toBe(text);
    }
  });

  test('takes time in proportion to the text', () => {
    const sentence = 'It works, e.g. in 3.5 houses. ';
    expect(splitSentences(sentence.repeat(20_000))).toHaveLength(20_000);
    expect(splitSentences('.'.repeat(200_000))).toHaveLength(1);
  });
});
