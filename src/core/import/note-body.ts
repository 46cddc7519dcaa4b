import { readHeading } from '../note/headings.ts';
import type { FoundSection } from './found-paper.ts';
import { readLines } from './markdown-lines.ts';

/** Sections as the body of a note. */
export function writeBody(sections: readonly FoundSection[]): string {
  return sections.map(sectionText).join('\n');
}

/**
 * A body with the sections that it lacks added below what stands there; not a character of what stands there changes.
 * A heading without a word below it is lacking its text, which then goes under it.
 * @returns The body, and the headings of what was added.
 */
export function fillBody(body: string, sections: readonly FoundSection[]): { body: string; added: string[] } {
  let text = body;
  const added: string[] = [];
  for (const section of sections) {
    const existing = sectionsOf(text).find(({ heading }) => isSame(heading, section.heading));
    if (existing && !existing.isEmpty) continue;
    text = existing ? insertAt(text, existing.end, section.text) : append(text, sectionText(section));
    added.push(section.heading);
  }
  return { body: text, added };
}

/** The sections of a note's body, as they stand in it. */
export function sectionsOf(body: string): { heading: string; isEmpty: boolean; text: string; end: number }[] {
  const lines = body.split('\n');
  const read = readLines(body);
  const starts = read.flatMap(({ heading }, index) => (heading && heading.depth <= 2 ? [index] : []));
  const cut = [-1, ...starts].map((start, index) => {
    const inner = lines.slice(start + 1, starts[index]);
    const isEmpty = read.slice(start + 1, starts[index]).every(({ text, heading }) => heading !== undefined || text.trim() === '');
    const end = lines.slice(0, start + 1).join('\n').length;
    return { heading: start < 0 ? '' : read[start]!.heading!.text, isEmpty, text: inner.join('\n').trim(), end };
  });
  return cut.filter(({ heading, isEmpty }) => heading !== '' || !isEmpty);
}

function isSame(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [readHeading(one), readHeading(other)];
  return a.kind !== 'other' && a.kind === b.kind && a.locale === b.locale;
}

function sectionText({ heading, text }: FoundSection): string {
  return heading === '' ? `${text}\n` : `## ${heading}\n\n${text}\n`;
}

function insertAt(body: string, offset: number, text: string): string {
  return `${body.slice(0, offset)}\n\n${text}${body.slice(offset) || '\n'}`;
}

function append(body: string, text: string): string {
  const start = body.trimEnd();
  return start === '' ? `\n${text}` : `${start}\n\n${text}`;
}
