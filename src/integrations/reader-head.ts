import { join } from 'node:path';
import type { Plugin } from 'vite';
import type { OpeningParts } from '../core/reader/opening-parts.ts';
import { formatOpeningParts } from '../core/reader/opening-parts.ts';
import type { SiteUrls } from '../core/site/urls.ts';

/** The scripts that a reader's page needs at once, as the build named them. */
export interface ReaderScripts {
  /** The script that begins to fetch everything else. */
  readonly ahead: string;
  /** What it and the reader's own script import. */
  readonly imported: readonly string[];
}

const AHEAD = join(import.meta.dirname, '../islands/pdf-reader/ahead.ts');
const READER = join(import.meta.dirname, '../islands/pdf-reader/pdf-reader.ts');

/** Builds the script that begins to fetch, so that it can stand by itself in the head of a page. */
export function aheadScript(onBuilt: (scripts: ReaderScripts) => void): Plugin {
  return {
    name: 'reading-room-reader-ahead',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    buildStart() {
      this.emitFile({ type: 'chunk', id: AHEAD, name: 'reader-ahead' });
    },
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      const holding = (module: string) => chunks.find(({ moduleIds }) => moduleIds.includes(module));
      const [ahead, reader] = [holding(AHEAD), holding(READER)];
      if (!ahead || !reader) return this.error(`${AHEAD} was not built.`);
      const imported = new Set([...ahead.imports, ...reader.imports]);
      imported.delete(ahead.fileName);
      onBuilt({ ahead: ahead.fileName, imported: [...imported] });
    },
  };
}

/** What the head of a paper's reader says for its PDF to be there soon. */
export interface ReaderHead {
  readonly urls: SiteUrls;
  readonly id: string;
  readonly scripts: ReaderScripts;
  readonly parts: OpeningParts;
  readonly hasPoster: boolean;
}

/** Adds to a reader's page what only the finished build knows: the names of its scripts and the parts of its PDF that come first. */
export function addReaderHead(html: string, { urls, id, scripts, parts, hasPoster }: ReaderHead): string {
  const lines = [
    `<link rel="alternate" type="application/pdf" href="${urls.pdf(id)}" data-parts="${formatOpeningParts(parts)}">`,
    `<script type="module" async src="${urls.asset(scripts.ahead)}"></script>`,
    hasPoster ? `<link rel="preload" as="image" imagesrcset="${urls.poster(id)} 0.8x" fetchpriority="high">` : '',
    ...scripts.imported.map((name) => `<link rel="modulepreload" href="${urls.asset(name)}">`),
  ];
  return html.replace('</title>', () => `</title>${lines.join('')}`);
}
