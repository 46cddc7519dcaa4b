import type { TableRow } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { titleFromMarkdown } from '../core/import/markdown-title.ts';

type Column = 'title' | 'authors' | 'venue' | 'date' | 'keywords' | 'links' | 'other';

const NAMES: readonly { readonly column: Column; readonly pattern: RegExp }[] = [
  { column: 'title', pattern: /^(?:title|paper|name|paper title|标题|题目|论文|论文题目)$/i },
  { column: 'authors', pattern: /^(?:authors?|作者)$/i },
  { column: 'venue', pattern: /^(?:venue|conference|journal|publication|published|publisher|source|会议|期刊|来源)$/i },
  { column: 'date', pattern: /^(?:date|year|time|日期|时间|年份)$/i },
  { column: 'keywords', pattern: /^(?:keywords?|tags?|topics?|关键[字词]|标签)$/i },
  { column: 'links', pattern: /^(?:links?|url|paper link|pdf|arxiv|code|github|project|website|data|链接|代码|项目)$/i },
];

/** What the columns of a table hold, by their heads; undefined where none holds titles. */
export function tableColumns(head: TableRow): Column[] | undefined {
  const names = head.children.map((cell) => toString(cell).trim());
  const columns = names.map((name) => NAMES.find(({ pattern }) => pattern.test(name))?.column ?? 'other');
  return columns.includes('title') ? columns : undefined;
}

/** The title and the other words of a row, each with the name of its column. */
export function readTableRow(row: TableRow, columns: readonly Column[], source: string): { title: string; pieces: string[] } {
  const cells = row.children.map((cell, index) => {
    const [first, last] = [cell.children[0], cell.children.at(-1)];
    const markdown = first && last ? source.slice(first.position?.start.offset ?? 0, last.position?.end.offset ?? 0) : '';
    return { column: columns[index] ?? 'other', markdown: markdown.replaceAll('\\|', '|').trim(), text: toString(cell).trim() };
  });
  const at = columns.indexOf('title');
  const pieces = cells.flatMap(({ column, text }, index) => {
    if (index === at || text === '' || column === 'links' || column === 'title') return [];
    return [column === 'other' ? text : `${column}: ${text}`];
  });
  return {
    title: titleFromMarkdown((cells[at]?.markdown ?? '').replace(/!\[[^\]]*\]\([^)]*\)/g, '').replace(/^(\*\*|__)(.*)\1$/, '$2')).title,
    pieces,
  };
}
