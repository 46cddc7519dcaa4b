import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localPdfFiles, type PdfFiles } from '../../../src/io/pdf/pdf-files.ts';
import { readPdfText } from '../../../src/io/pdf/pdf-text.ts';

/** How many readings without a cache are made; in the first the code is compiled. */
const ROUNDS = 4;

/** How fast the texts of papers are read by a process that has read before, and how many files it reads again although they are the same. */
export async function buildSpeed(papers: readonly string[]): Promise<{ pagesPerSecond: number; unchanged: number }> {
  const work = mkdtempSync(join(tmpdir(), 'reading-room-bench-'));
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    const pages = await readAll(papers, join(work, `cache-${round}`));
    rates.push(pages / ((performance.now() - start) / 1000));
  }
  let unchanged = 0;
  const files: PdfFiles = { ...localPdfFiles, replace: () => void unchanged++ };
  await readAll(papers, join(work, 'cache-0'), files);
  rmSync(work, { recursive: true });
  const warm = rates.slice(1).sort((a, b) => a - b);
  return { pagesPerSecond: warm[Math.floor(warm.length / 2)]!, unchanged };
}

async function readAll(papers: readonly string[], cacheDir: string, files: PdfFiles = localPdfFiles): Promise<number> {
  const results = await Promise.all(papers.map((paper) => readPdfText(paper, { cacheDir, files })));
  return results.reduce((pages, result) => pages + (result.ok ? result.document.pages.length : 0), 0);
}
