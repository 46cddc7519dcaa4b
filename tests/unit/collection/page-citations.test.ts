import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { splitSource } from '../../../src/core/note/source-text.ts';
import { readCollection } from '../../../src/io/collection.ts';
import { readEnvironment } from '../../../src/io/environment.ts';
import { pageTexts } from '../../helpers/page-texts.ts';

const { paperDirs } = readEnvironment();
const { notes } = readCollection({ contentDir: resolve('content'), paperDirs: [...paperDirs, resolve('../shared/papers')] });

const CITATION = /\[(?:p\. |第 )(\d+)(?: 页)?\]\(#page=(\d+)\)/g;
const MATH = /\$\$[\s\S]*?\$\$|\$[^$]*\$/g;
const LINK = /\[[^\]]*\]\([^)]*\)/g;
/** A number of two digits or more that is no part of a name such as Llama-3-8B or 33B. */
const FIGURE = /(?<![\w.-])\d[\d,]*(?:\.\d+)?(?!\w*-?[A-Za-z])/g;

interface Citation {
  readonly shown: number;
  readonly page: number;
  /** What the note says from the citation before to this one. */
  readonly claim: string;
}

function citationsOf(body: string): Citation[] {
  return body.split(/\n(?=[-#]|$)/).flatMap((block) => {
    let start = 0;
    return [...block.matchAll(CITATION)].map((match) => {
      const claim = block.slice(start, match.index);
      start = match.index + match[0].length;
      return { shown: Number(match[1]), page: Number(match[2]), claim };
    });
  });
}

function figuresOf(claim: string): string[] {
  const figures = claim.replace(MATH, ' ').replace(LINK, ' ').match(FIGURE) ?? [];
  return figures.map((figure) => figure.replaceAll(',', '')).filter((figure) => figure.length > 1);
}

describe.each(notes.map((note) => [note.id as string, note] as const))('%s', (_, { file, pdf, metadata: { links, objective } }) => {
  const citations = citationsOf(splitSource(readFileSync(file, 'utf8')).body);

  test('cites pages only of a PDF that it names, and shows the page that it links to', () => {
    if (citations.length > 0 || objective?.page !== undefined) expect(links.pdf).toBeDefined();
    for (const { shown, page } of citations) expect(shown).toBe(page);
  });

  test.skipIf(pdf === undefined)('each cited page exists and holds the figures that are quoted from it', async () => {
    const pages = await pageTexts(pdf!);
    const missing = citations.flatMap(({ page, claim }) => {
      const text = pages[page - 1]?.replaceAll(',', '');
      if (text === undefined) return [`there is no page ${page}`];
      return figuresOf(claim)
        .filter((figure) => !text.includes(figure))
        .map((figure) => `p. ${page} does not hold ${figure}: ${claim.trim()}`);
    });
    expect(missing).toEqual([]);
    if (objective?.page !== undefined) expect(objective.page).toBeLessThanOrEqual(pages.length);
  });
});
