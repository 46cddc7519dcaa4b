import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { locate, searchablePage, type Location } from '../../src/core/annotation/locate.ts';
import type { Anchor } from '../../src/core/annotation/mark.ts';
import { joinPieces, makeAnchor, type PageText, type TextPiece } from '../../src/core/annotation/page-text.ts';

/** The share of characters that change in a disturbed text. */
const NOISE = 0.02;

/** The texts of a PDF's pages as the viewer's text layer has them. */
export async function readPageTexts(file: string): Promise<PageText[]> {
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;
  const pages: PageText[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent({ includeMarkedContent: true, disableNormalization: true });
    pages.push(joinPieces(items.filter((item): item is (typeof items)[number] & TextPiece => 'str' in item)));
  }
  await pdf.loadingTask.destroy();
  return pages;
}

/** An anchor of up to sixty words anywhere in a document; short ones are as common as in marking by hand. */
function randomAnchor(pages: readonly PageText[], random: () => number): Anchor {
  for (;;) {
    const index = Math.floor(random() * pages.length);
    const words = [...pages[index]!.text.matchAll(/\S+/g)];
    if (words.length < 40) continue;
    const first = Math.floor(random() * words.length);
    const last = words[Math.min(first + Math.floor(random() ** 2 * 60), words.length - 1)]!;
    const anchor = makeAnchor(index + 1, pages[index]!, [words[first]!.index, last.index + last[0].length]);
    if (anchor) return anchor;
  }
}

/** A text with characters changed, dropped or added at random, and where each of its places has gone. */
function disturb(text: string, random: () => number): { text: string; places: number[] } {
  let out = '';
  const places: number[] = [];
  for (const unit of text.split('')) {
    places.push(out.length);
    const letter = String.fromCharCode(97 + Math.floor(random() * 26));
    const isHit = random() < NOISE;
    out += isHit ? [letter, '', unit + letter][Math.floor(random() * 3)]! : unit;
  }
  return { text: out, places: [...places, out.length] };
}

/** How many of a document's random marks are found again: in the same text to the character, in a disturbed one nearly so. */
export function markAndFind(
  pages: readonly PageText[],
  { count, random }: { count: number; random: () => number },
): { same: number; disturbed: number } {
  const disturbedPages = pages.map(({ text }) => disturb(text, random));
  const same = pages.map(({ text }) => searchablePage(text));
  const other = disturbedPages.map(({ text }) => searchablePage(text));
  const found = { same: 0, disturbed: 0 };
  for (let mark = 0; mark < count; mark++) {
    const anchor = randomAnchor(pages, random);
    const { places } = disturbedPages[anchor.page - 1]!;
    const [start, end] = [places[anchor.start]!, places[anchor.end]!];
    if (isNear(locate(anchor, same), { page: anchor.page, start: anchor.start, end: anchor.end }, 0)) found.same += 1;
    if (isNear(locate(anchor, other), { page: anchor.page, start, end }, Math.max(2, 0.12 * (end - start)))) found.disturbed += 1;
  }
  return found;
}

const isNear = (found: Location | undefined, wanted: Location, slack: number) =>
  found?.page === wanted.page && Math.abs(found.start - wanted.start) + Math.abs(found.end - wanted.end) <= slack;
