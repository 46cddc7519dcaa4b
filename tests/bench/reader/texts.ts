import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPhrase } from '../../../src/core/pdf/find-phrase.ts';
import { readPdfText } from '../../../src/io/pdf/pdf-text.ts';
import { markAndFind, readPageTexts } from '../../helpers/random-marks.ts';
import { seededRandom } from '../../helpers/random.ts';

/** So many words in a row make a phrase. */
const WORDS = 6;

/** How many marks are made in all papers together. */
const MARKS = 600;

/** Looks on every page for all phrases of its lines as pdf.js shows them, in the text that is searched. */
export async function phrasesFound(papers: readonly string[]): Promise<{ asked: number; found: number }> {
  const cacheDir = mkdtempSync(join(tmpdir(), 'reading-room-bench-'));
  let [asked, found] = [0, 0];
  for (const paper of papers) {
    const result = await readPdfText(paper, { cacheDir });
    const pages = await readPageTexts(paper);
    for (const [index, { text }] of pages.entries()) {
      const clean = result.ok ? result.document.pages[index]!.text : '';
      for (const phrase of phrasesOf(text)) {
        asked += 1;
        if (findPhrase(clean, phrase).length > 0) found += 1;
      }
    }
  }
  rmSync(cacheDir, { recursive: true });
  return { asked, found };
}

/** Every six words of each line, one behind the other; running heads are no text of a paper. */
function phrasesOf(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    if (/Under review as|as a conference paper/.test(line)) return [];
    const words = line.trim().split(/\s+/);
    return Array.from({ length: Math.floor(words.length / WORDS) }, (_, index) =>
      words.slice(index * WORDS, (index + 1) * WORDS).join(' '),
    );
  });
}

/** Makes marks at random and finds them again, in the same texts and where 2 % of the characters have changed. */
export async function anchorsFound(papers: readonly string[]): Promise<{ asked: number; same: number; changed: number }> {
  const random = seededRandom(7);
  const count = Math.ceil(MARKS / papers.length);
  const sum = { asked: 0, same: 0, changed: 0 };
  for (const paper of papers) {
    const { same, disturbed } = markAndFind(await readPageTexts(paper), { count, random });
    sum.asked += count;
    sum.same += same;
    sum.changed += disturbed;
  }
  return sum;
}
