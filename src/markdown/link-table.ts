import type { TableRow } from 'mdast';
import { toString } from 'mdast-util-to-string';

type Column = 'title' | 'authors' | 'venue' | 'date' | 'keywords' | 'links' | 'other';

const NAMES: readonly { readonly column: Column; readonly pattern: RegExp }[] = [
  { column: 'title', pattern: /^(?:title\b.*|papers?|name|paper title|标题|题目|论文|论文题目)$/i },
  { column: 'authors', pattern: /^(?:authors?|作者)$/i },
  { column: 'venue', pattern: /^(?:venue|conference|journal|publication|published|publisher|source|会议|期刊|来源)$/i },
  { column: 'date', pattern: /^(?:date|year|time|日期|时间|年份)$/i },
  { column: 'keywords', pattern: /^(?:keywords?|tags?|topics?|关键[字词]|标签)$/i },
  { column: 'links', pattern: /^(?:links?|url|paper link|pdf|arxiv|code|github|project|website|data|链接|代码|项目)$/i },
];

/** What the columns of a table hold, by their heads. */
export function tableColumns(head: TableRow): Column[] {
  return head.children.map((cell) => {
    const name = toString(cell)
      .replace(/<[^>]*>/g, '')
      .trim();
    return NAMES.find(({ pattern }) => pattern.test(name))?.column ?? 'other';
  });
}

/** The words of a cell with the name of its column, as lines of details; a cell that says nothing gives none. */
export function readCell(column: Column = 'other', markdown: string): string[] {
  const text = markdown
    .replaceAll('\\|', '|')
    .replace(/\s*\n\s*/g, ' ')
    .trim();
  if (!/[\p{L}\p{N}]/u.test(text) || column === 'links') return [];
  return [column === 'other' || column === 'title' ? text : `${column}: ${text}`];
}
