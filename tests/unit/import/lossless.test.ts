import { existsSync, readFileSync } from 'node:fs';
import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { createWorkbench, type Workbench } from '../../helpers/workbench.ts';
import { readingList } from './lamp-list.ts';

let bench: Workbench;

beforeEach(() => {
  bench = createWorkbench();
});

afterEach(() => bench.remove());

const reader = unified().use(remarkParse).use(remarkGfm).use(remarkMath).freeze();

/** What of each kind stands in a Markdown text, as it is written there. */
type Pieces = Readonly<Record<'heading' | 'strong' | 'inlineCode' | 'inlineMath' | 'code' | 'paragraph' | 'item', readonly string[]>>;

function piecesOf(markdown: string): Pieces {
  const tree: Root = reader.parse(markdown);
  const slice = ({ position }: Nodes) => markdown.slice(position!.start.offset, position!.end.offset);
  const all = (type: string, read: (node: Nodes) => string = slice) => {
    const found: string[] = [];
    visit(tree, type, (node: Nodes) => void found.push(read(node)));
    return found;
  };
  return {
    heading: all('heading', (node) => slice(node).replace(/^#+\s*/, '')),
    strong: all('strong'),
    inlineCode: all('inlineCode'),
    inlineMath: all('inlineMath'),
    code: all('code'),
    paragraph: all('paragraph'),
    item: all('listItem', (node) => slice((node as Extract<Nodes, { type: 'listItem' }>).children[0] ?? node)),
  };
}

interface Entry {
  readonly title: string;
  readonly subtitle: string;
  /** The sections by their headings. */
  readonly sections: ReadonlyMap<string, string>;
}

/** The entries of a reading list by its headings: those of the second level with sections of the third below them, and a title. */
function entriesOf(source: string): Entry[] {
  const headings = reader.parse(source).children.flatMap((node) => (node.type === 'heading' ? [node] : []));
  const between = (start: number, end: number | undefined) => source.slice(start, end).trim();
  return headings.flatMap(({ depth, position }, index) => {
    const title = source.slice(position!.start.offset, position!.end.offset).replace(/^#+\s*(?:\d+\. )?/, '');
    const rest = headings.slice(index + 1);
    const end = rest.findIndex((other) => other.depth <= 2);
    const inner = rest.slice(0, end < 0 ? undefined : end).filter((other) => other.depth === 3);
    if (depth !== 2 || title === '' || inner.length === 0) return [];
    const stop = end < 0 ? undefined : rest[end]!.position!.start.offset;
    const sections = inner.map((heading, at): [string, string] => [
      between(heading.position!.start.offset! + 3, heading.position!.end.offset),
      between(heading.position!.end.offset!, inner[at + 1]?.position!.start.offset ?? stop),
    ]);
    return [{ title, subtitle: between(position!.end.offset!, inner[0]!.position!.start.offset), sections: new Map(sections) }];
  });
}

/** What is missing in the notes of what stood in the source, by kind; repetitions count. */
function lost(source: string): string[] {
  const [list] = Object.entries(bench.tree('content/lists')).map(([, text]) => parse(text) as { notes: string[] });
  const entries = entriesOf(source);
  expect(list!.notes).toHaveLength(entries.length);
  return entries.flatMap((entry, index) => {
    const note = bench.read(`content/notes/${list!.notes[index]!}.md`);
    return lostOf(entry, note).map((piece) => `${entry.title}: ${piece}`);
  });
}

function lostOf({ title, subtitle, sections }: Entry, note: string): string[] {
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(note)!;
  const metadata = parse(front) as { title: string; titleZh?: string; links?: Record<string, string> };
  const own = piecesOf(body);
  const wanted = [...sections].filter(([heading]) => !/链接/.test(heading)).map(([, text]) => piecesOf(text));
  const missing = Object.keys(own).flatMap((kind) => {
    const left = [...own[kind as keyof Pieces]];
    return wanted.flatMap((pieces) =>
      pieces[kind as keyof Pieces].filter((piece) => {
        const at = left.indexOf(piece);
        if (at >= 0) left.splice(at, 1);
        // Keywords go to the front matter, and paragraphs of two languages are set apart.
        return at < 0 && !(kind === 'item' || kind === 'paragraph' ? piece.split('\n').every((line) => note.includes(line.trim())) : false);
      }),
    );
  });
  const links = [...sections].flatMap(([, text]) => [...text.matchAll(/href=(["'])(.*?)\1/g)].map(([, , href]) => href!)).filter(Boolean);
  const known = Object.values(metadata.links ?? {});
  return [
    ...missing.filter((piece) => piece.trim() !== ''),
    ...(plain(metadata.title) === plain(title) ? [] : [title]),
    ...(plain(metadata.titleZh ?? '') === plain(subtitle) ? [] : [subtitle]),
    ...links.filter((href) => !known.some((value) => href.endsWith(value))),
  ];
}

/** A title without the marks of Markdown and of LaTeX. */
function plain(title: string): string {
  return title.replace(/\\(?:textbf|emph|texttt)\{([^}]*)\}/g, '$1').replace(/\*\*|`/g, '');
}

test('every heading, bullet, bold, code and formula of an entry arrives in its note', async () => {
  await bench.run('import', bench.write('README.md', readingList));
  expect(lost(readingList)).toEqual([]);
  // The comparison itself finds what is lost.
  const path = 'content/notes/lamp-dpo.md';
  bench.write(path, bench.read(path).replace('**D**rastic', 'Drastic').replace('`代码`', '代码').replace('### 方法\n', ''));
  expect(lost(readingList)).toEqual([
    'Lamp-DPO: A Bright (\\alpha) Idea: 方法',
    'Lamp-DPO: A Bright (\\alpha) Idea: **D**',
    'Lamp-DPO: A Bright (\\alpha) Idea: `代码`',
    'Lamp-DPO: A Bright (\\alpha) Idea: **D**rastic drop $\\beta$ in `代码`',
    'Lamp-DPO: A Bright (\\alpha) Idea: **D**rastic drop $\\beta$ in `代码`',
  ]);
});

const seeds = '../shared/seeds/reading-list.md';

describe.skipIf(!existsSync(seeds))('the reading list that the collection grew from', () => {
  test('gives 23 notes, names the four empty templates, and loses nothing', async () => {
    const { code, out } = await bench.run('import', seeds);
    expect(code).toBe(0);
    expect(out).toMatch(/23 papers: 23 created, 0 filled, 0 unchanged, 0 not read, 4 empty/);
    expect(out.match(/:(?:574|589|604|619) An empty template entry/g)).toHaveLength(4);
    const before = bench.tree();
    expect(lost(readFileSync(seeds, 'utf8'))).toEqual([]);
    expect((await bench.run('import', seeds)).out).toContain('23 unchanged');
    expect(bench.tree()).toEqual(before);
  });

  test('check names what the source got wrong, and nothing stands in the way of a build', async () => {
    await bench.run('import', seeds);
    const { code, out } = await bench.run('check');
    expect(code).toBe(0);
    expect(out.match(/note\/unbalanced-brackets/g)?.length).toBeGreaterThan(5);
    expect(out).toContain('note/abstract-mismatch');
    expect(out.match(/note\/lost-words/g)).toHaveLength(5);
    expect(out).toContain('differ in figures: 4.5, 3.0, 4.2 in Chinese alone.');
    expect(out).toContain('0 errors');
  });
});
