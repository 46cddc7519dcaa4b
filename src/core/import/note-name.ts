import { greekReading } from '../search/greek.ts';
import { parseRichText, richTextToText } from '../text/rich-text.ts';
import type { FoundPaper } from './found-paper.ts';

/** How many words and letters of a title make an id where it names no method. */
const WORDS = 6;
const LENGTH = 60;

/** Names that no file may bear on Windows, whatever its ending. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** Words with which a title can begin that tell nothing. */
const FILLERS = new Set(['a', 'an', 'the', 'on', 'towards', 'toward']);

/**
 * An id for a paper’s note: the method’s name before the colon (`Step-DPO: …` becomes `step-dpo`), else the first words of
 * the title, else its arXiv, OpenReview or DOI id. A number follows where the id is taken.
 * @param isTaken Whether another note has this id.
 */
export function nameNote({ title, links }: Pick<FoundPaper, 'title' | 'links'>, isTaken: (id: string) => boolean): string {
  const plain = richTextToText(parseRichText(title));
  const colon = plain.search(/[:：]/);
  const method = colon > 0 ? asciiSlug(plain.slice(0, colon)) : '';
  const words = asciiSlug(plain).split('-');
  const wanted =
    (isShort(method) ? method : firstWords(words)) || asciiSlug(links.arxiv ?? links.openreview ?? links.doi ?? '') || digest(title);
  const isFree = (id: string) => id !== '' && !RESERVED.test(id) && !isTaken(id);
  if (isFree(wanted)) return wanted;
  const longer = words
    .join('-')
    .slice(0, LENGTH)
    .replace(/-[^-]*$/, '');
  if (isFree(longer)) return longer;
  for (let count = 2; ; count++) if (isFree(`${wanted}-${count}`)) return `${wanted}-${count}`;
}

function isShort(method: string): boolean {
  return method !== '' && method.split('-').length <= 4;
}

function firstWords(words: readonly string[]): string {
  const start = words.findIndex((word) => !FILLERS.has(word));
  const chosen: string[] = [];
  for (const word of words.slice(Math.max(0, start), Math.max(0, start) + WORDS)) {
    if ([...chosen, word].join('-').length > LENGTH) break;
    chosen.push(word);
  }
  return chosen.join('-');
}

/** A text as lower-case Latin words joined by hyphens; Greek letters are written out, other scripts left out. */
export function asciiSlug(text: string): string {
  const latin = text.toLowerCase().replace(/\S*[α-ω]\S*/gu, (word) => greekReading(word));
  return latin
    .normalize('NFKD')
    .replace(/[\u0300-\u036F'’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** A name for what has no Latin letter: FNV-1a over the text, so that it is the same in every run. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0;
  return `paper-${hash.toString(36)}`;
}
