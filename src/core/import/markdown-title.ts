import { identifyLink, joinLinks } from './web-address.ts';
import type { PaperLinks } from './found-paper.ts';

const LINK = /\[((?:[^\][]|\[[^\]]*\])*)\]\(\s*<?([^\s)>]*)>?[^)]*\)/g;

/** A title in Markdown as a note’s front matter writes it: emphasis and code become `\textbf{…}`, `\emph{…}` and `\texttt{…}`, a link its words. */
export function titleFromMarkdown(markdown: string): { title: string; links: PaperLinks } {
  const links: PaperLinks[] = [];
  const words = markdown.replace(LINK, (_, label: string, url: string) => {
    links.push(identifyLink({ url, label }) ?? {});
    return label;
  });
  return { title: emphasisToLatex(words), links: joinLinks(links) };
}

function emphasisToLatex(markdown: string): string {
  return markdown
    .split(/(\$[^$]+\$)/)
    .map((part) => (part.startsWith('$') && part.length > 1 ? part : styledToLatex(part)))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

function styledToLatex(markdown: string): string {
  return markdown
    .replace(/(`+)\s*([^`]+?)\s*\1/g, '\\texttt{$2}')
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '\\textbf{$2}')
    .replace(/(?<![\w*])([*_])(?=\S)([^*_]+?)(?<=\S)\1(?![\w*])/g, '\\emph{$2}')
    .replace(/\\([#*`[\]])/g, '$1');
}
