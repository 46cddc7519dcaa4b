import type { FoundSection } from './found-paper.ts';

const HAN = /\p{Script=Han}/gu;
const LETTER = /[\p{L}]/gu;

/** Of the letters of an English line, at most this share is Chinese. */
const SHARE = 0.1;

/** An abstract in which English and Chinese lines follow one another, as one section for each language; line breaks stay. */
export function splitLanguages(text: string): FoundSection[] {
  const english: string[] = [];
  const chinese: string[] = [];
  let last = english;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') last = isChinese(line) ? chinese : english;
    last.push(line);
  }
  return [
    { heading: 'Abstract', text: trimLines(english) },
    { heading: '摘要', text: trimLines(chinese) },
  ].filter((section) => section.text !== '');
}

function isChinese(line: string): boolean {
  return (line.match(HAN)?.length ?? 0) > SHARE * (line.match(LETTER)?.length ?? 0);
}

function trimLines(lines: readonly string[]): string {
  return lines.join('\n').replace(/^\s*\n|\s+$/g, '');
}
