import { readHeading } from '../note/headings.ts';
import type { FoundSection } from './found-paper.ts';
import { sectionsOf } from './note-body.ts';

/** Whether a section is an abstract, in either language. */
export function isAbstract({ heading }: Pick<FoundSection, 'heading'>): boolean {
  return readHeading(heading).kind === 'abstract';
}

/**
 * How the abstract in a note’s body stands to the one among some sections. `same`: one of its languages says it word for word;
 * line breaks, punctuation and markup do not count.
 */
export function compareAbstract(body: string, sections: readonly FoundSection[]): 'absent' | 'same' | 'different' {
  const own = sectionsOf(body).filter((section) => isAbstract(section) && !section.isEmpty);
  if (own.length === 0) return 'absent';
  const offered = sections.filter(isAbstract).map(({ text }) => lettersOf(text));
  return own.some(({ text }) => offered.includes(lettersOf(text))) ? 'same' : 'different';
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
