import { join } from 'node:path';
import { START, type Problem } from '../core/problem.ts';
import type { Disk } from './disk.ts';
import { displayPath } from './files.ts';
import { formatSize, LARGEST_FILE, LARGEST_SITE } from './pdf/limits.ts';

/** How many of the largest files are named where a site is too large. */
const NAMED = 5;

interface SiteFile {
  readonly path: string;
  readonly size: number;
}

/** Weighs a built site: what is larger than GitHub Pages takes would only fail there, after minutes, and say less. */
export function checkSite(folder: string, disk: Pick<Disk, 'list' | 'size'>): Problem[] {
  const files = filesIn(folder, disk).sort((a, b) => b.size - a.size);
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const large = files.filter(({ size }) => size > LARGEST_FILE).map(fileTooLarge);
  return total > LARGEST_SITE ? [...large, siteTooLarge(folder, total, files)] : large;
}

function filesIn(folder: string, disk: Pick<Disk, 'list' | 'size'>): SiteFile[] {
  return disk.list(folder).flatMap((name) => {
    const path = join(folder, name);
    const size = disk.size(path);
    return size === undefined ? filesIn(path, disk) : [{ path, size }];
  });
}

function fileTooLarge({ path, size }: SiteFile): Problem {
  return {
    rule: 'site/file-too-large',
    message: `The file has ${formatSize(size)}; GitHub takes no file over 100 MiB.`,
    hint: 'If it is a PDF, link to it with links.pdf instead of publishing a copy.',
    file: displayPath(path),
    ...START,
  };
}

function siteTooLarge(folder: string, total: number, files: readonly SiteFile[]): Problem {
  const largest = files.slice(0, NAMED).map(({ path, size }) => `${displayPath(path)} (${formatSize(size)})`);
  return {
    rule: 'site/too-large',
    message: `The site has ${formatSize(total)}; GitHub Pages takes none over ${formatSize(LARGEST_SITE)}.`,
    hint: `Leave PDFs out: a note without one links to arXiv or OpenReview instead. The largest files are ${largest.join(', ')}.`,
    file: displayPath(folder),
    ...START,
  };
}
