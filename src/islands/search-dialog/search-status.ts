import { fillTemplate } from '../../core/text/template.ts';
import type { Answer } from './search-engine.ts';
import { searchWords } from './search-words.ts';

/** What there is to say of an answer. */
export interface Outcome {
  readonly answer: Answer;
  readonly query: string;
  /** How many papers are found once filters have narrowed the answer. */
  readonly found: number;
  /** Whether the PDFs should have been asked and could not be. */
  readonly lacksPdfs: boolean;
}

/** Says how many papers were found; where they are heard and not seen, also which is the first. */
export function announce(status: HTMLElement, box: HTMLElement, { answer, query, found, lacksPdfs }: Outcome): void {
  const words = searchWords(box);
  const [phrase] = answer.unmet;
  const unmet = phrase !== undefined && found > 0 ? ` ${fillTemplate(words.unmet, { phrase: shortened(phrase) })}` : '';
  status.textContent = summary(words, query, found) + unmet + (lacksPdfs ? ` ${words.pdfsFailed}` : '');
  const title = box.querySelector('[data-paper] .title')?.textContent;
  if (!title) return;
  const first = document.createElement('span');
  first.className = 'visually-hidden';
  first.textContent = ` ${fillTemplate(words.first, { title })}`;
  status.append(first);
}

function summary({ none, one, many }: { none: string; one: string; many: string }, query: string, count: number): string {
  if (count === 0) return fillTemplate(none, { query: shortened(query) });
  return count === 1 ? one : fillTemplate(many, { count });
}

/** Nobody needs to read a query of thousands of characters again. */
const SHOWN_QUERY = 80;

/** A query as it is repeated to the reader. */
export function shortened(text: string): string {
  const letters = [...text.toWellFormed()];
  return letters.length > SHOWN_QUERY ? `${letters.slice(0, SHOWN_QUERY).join('')}…` : text.toWellFormed();
}
