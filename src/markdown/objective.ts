import type { RenderedObjective, RenderedSymbol } from '../core/note/document.ts';
import type { Objective } from '../core/note/objective.ts';
import { escapeHtml, parseRichText, richTextToHtml } from '../core/text/rich-text.ts';
import { renderMath } from './katex.ts';

/** Renders an objective; a formula that KaTeX cannot read is shown as its LaTeX, for the check tells of it. */
export function renderObjective({ formula, symbols, page, source }: Objective): RenderedObjective {
  return { formula: mathHtml(formula, true), symbols: symbols.map(renderSymbol), page, source };
}

/** Renders a symbol and what it stands for. */
export function renderSymbol({ symbol, en, zh }: Objective['symbols'][number]): RenderedSymbol {
  return { symbol: mathHtml(symbol, false), meaning: { en: proseHtml(en), zh: proseHtml(zh) } };
}

/** Even a formula of one letter is set as a formula: it must look like the symbol in the objective. */
function proseHtml(text: string): string {
  return text
    .split('$')
    .map((piece, index) => (index % 2 ? mathHtml(piece, false) : richTextToHtml(parseRichText(piece))))
    .join('');
}

function mathHtml(latex: string, display: boolean): string {
  const result = renderMath(latex, display);
  if ('error' in result) return `<code class="broken-math">${escapeHtml(latex)}</code>`;
  return `<span class="${display ? 'formula' : 'math'}" translate="no">${result.html}</span>`;
}
