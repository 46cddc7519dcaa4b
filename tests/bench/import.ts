import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { splitSource } from '../../src/core/note/source-text.ts';
import { runCommand } from '../../src/cli/run-command.ts';
import { localEffects, type Effects } from '../../src/io/effects.ts';
import { makeLibrary } from './make-library.ts';
import { formatTable } from './table.ts';

const { values: options } = parseArgs({
  options: {
    /** How many entries each list has; the first is what the others are compared with. */
    sizes: { type: 'string', default: '500,1000,2500,5000' },
    /** A word in the names of the sources that are measured, such as `RIS`. Default: all. */
    source: { type: 'string', default: '' },
  },
});

interface Measured {
  readonly shape: string;
  readonly entries: number;
  /** Processor seconds of the first import, and of one that changes nothing. */
  readonly first: number;
  readonly again: number;
}

/** A list of papers in some shape. */
interface Shape {
  readonly name: string;
  readonly file: string;
  readonly write: (notes: readonly Paper[]) => string;
}

interface Paper {
  readonly title: string;
  readonly titleZh: string;
  readonly authors: readonly string[];
  readonly keywords: readonly string[];
  readonly body: string;
  readonly number: number;
}

const shapes: readonly Shape[] = [
  { name: 'reading list', file: 'README.md', write: (papers) => `# 论文列表\n\n${papers.map(readingEntry).join('\n')}` },
  { name: 'awesome list', file: 'awesome.md', write: (papers) => `# Awesome\n\n${papers.map(awesomeEntry).join('')}` },
  { name: 'BibTeX', file: 'papers.bib', write: (papers) => papers.map(bibtexEntry).join('\n') },
  { name: 'RIS', file: 'papers.ris', write: (papers) => papers.map(risEntry).join('\n') },
];

/** One paper in the shape of a reading list, with about 4 KB of points and abstracts. */
function readingEntry({ title, titleZh, keywords, body, number }: Paper): string {
  const sections = body
    .replace(/^#+/gm, (hashes) => `#${hashes}`)
    .replace('### Abstract', '### 摘要')
    .replace('\n### 摘要\n\n', '\n');
  return `## ${number}. ${title}\n${titleZh}\n### 关键字\n${keywords.map((keyword) => `* ${keyword}`).join('\n')}\n${sections}\n### 文章链接\n<a href="https://openreview.net/forum?id=paper${number}">链接</a>\n`;
}

function awesomeEntry({ title, authors, number }: Paper): string {
  return `- [${title}](https://arxiv.org/abs/2405.${String(number).padStart(5, '0')}) - ${authors.join(', ')}, ICLR 2025\n`;
}

function bibtexEntry({ title, authors, number }: Paper): string {
  return `@inproceedings{key${number},\n  title = {${title}},\n  author = {${authors.join(' and ')}},\n  booktitle = {ICLR},\n  year = {2025},\n  eprint = {2405.${String(number).padStart(5, '0')}},\n  archiveprefix = {arXiv}\n}`;
}

function risEntry({ title, authors, number }: Paper): string {
  return `TY  - CPAPER\nTI  - ${title}\n${authors.map((name) => `AU  - ${name}`).join('\n')}\nPY  - 2025\nT2  - ICLR\nDO  - 10.1000/${number}\nER  - \n`;
}

function makePapers(count: number): Paper[] {
  const notes = [...makeLibrary({ notes: count })].filter(([path]) => path.startsWith('notes/'));
  return notes.map(([, text], index) => {
    const { frontMatter = '', body } = splitSource(text);
    const { title, titleZh, authors, keywords } = parse(frontMatter) as Omit<Paper, 'body' | 'number'>;
    return { title: `${title} (${index})`, titleZh, authors, keywords, body, number: index + 1 };
  });
}

async function measure(shape: Shape, papers: readonly Paper[]): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'reading-room-import-'));
  try {
    const file = join(folder, shape.file);
    writeFileSync(file, shape.write(papers));
    const effects: Effects = {
      ...localEffects(),
      environment: { contentDir: join(folder, 'content'), paperDirs: [join(folder, 'papers')], base: '/', site: 'http://localhost' },
      cacheDir: resolve(folder, '.cache'),
      logger: { print: () => undefined, report: (text) => console.error(text), progress: () => undefined },
    };
    const [first, again] = [
      await seconds(() => runCommand(['import', file], effects)),
      await seconds(() => runCommand(['import', file], effects)),
    ];
    return { shape: shape.name, entries: papers.length, first, again };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Processor time, which other work on the machine does not lengthen. */
async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

const sizes = options.sizes.split(',').map(Number);
const rows: Measured[] = [];
for (const shape of shapes.filter(({ name }) => name.includes(options.source)))
  for (const size of sizes) rows.push(await measure(shape, makePapers(size)));

/** How many times as long one entry takes as in the smallest list: 1 means that time grows as the list does. */
function growth({ shape, first, entries }: Measured): number {
  const smallest = rows.find((row) => row.shape === shape)!;
  return first / entries / (smallest.first / smallest.entries);
}

console.log(
  formatTable(
    ['source', '', 'entries', 'CPU s', 'entries/s', 'per entry', 'again, s'],
    rows.map((row) => [
      row.shape,
      '',
      String(row.entries),
      row.first.toFixed(2),
      (row.entries / row.first).toFixed(0),
      `× ${growth(row).toFixed(2)}`,
      row.again.toFixed(2),
    ]),
  ),
);
