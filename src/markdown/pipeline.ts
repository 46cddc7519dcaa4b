import type { Root as HastRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import type { Locale } from '../core/site/locale.ts';
import { footnoteOptions, rehypeFootnoteLabel } from './footnotes.ts';
import { rehypeMath } from './rehype-math.ts';
import { rehypeOutwardLinks } from './rehype-outward-links.ts';
import { rehypeTables } from './rehype-tables.ts';
import { remarkCjkBreaks } from './remark-cjk-breaks.ts';
import { remarkDisplayMath } from './remark-display-math.ts';
import { remarkInertHtml } from './remark-inert-html.ts';
import { remarkSafeLinks } from './remark-safe-links.ts';
import { remarkTableMath } from './remark-table-math.ts';
import { remarkTextLatex } from './remark-text-latex.ts';

const reader = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkCjkFriendly)
  .use(remarkMath)
  .use(remarkDisplayMath)
  .use(remarkTableMath)
  .use(remarkTextLatex)
  .use(remarkInertHtml)
  .use(remarkSafeLinks)
  .use(remarkCjkBreaks)
  .freeze();

/** Reads Markdown; what is wrong with it stands in `file.messages`. */
export function parseMarkdown(file: VFile): Root {
  return reader.runSync(reader.parse(file), file) as Root;
}

/** Where in a page a tree will stand. */
export interface HastPlace {
  /** Keeps the ids of footnotes apart when a page holds several trees. Default: `note`. */
  readonly prefix?: string;
  /** The language in which footnotes are announced. Default: English. */
  readonly locale?: Locale;
}

/** Turns Markdown that was read into a tree of safe HTML. */
export function toHast(tree: Root, file: VFile, { prefix = 'note', locale = 'en' }: HastPlace = {}): HastRoot {
  const writer = unified()
    .use(remarkRehype, footnoteOptions(prefix, locale))
    .use(rehypeFootnoteLabel, prefix)
    .use(rehypeTables)
    .use(rehypeMath)
    .use(rehypeOutwardLinks);
  return writer.runSync(tree, file);
}

/** HTML text of a tree that `toHast` made; formulas are its only raw part. */
export function hastToHtml(tree: HastRoot | HastRoot['children']): string {
  return toHtml(tree, { allowDangerousHtml: true });
}

/** A whole Markdown text as HTML, for descriptions and for tests. */
export function renderMarkdown(source: string): { html: string; file: VFile } {
  const file = new VFile(source);
  return { html: hastToHtml(toHast(parseMarkdown(file), file)), file };
}
