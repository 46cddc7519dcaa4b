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
  const prose = (text: string) => richTextToHtml(parseRichText(text), (latex) => mathHtml(latex, false));
  return { symbol: mathHtml(symbol, false), meaning: { en: prose(en), zh: prose(zh) } };
}

function mathHtml(latex: string, display: boolean): string {
  const result = renderMath(latex, display);
  if ('error' in result) return `<code class="broken-math">${escapeHtml(latex)}</code>`;
  return `<span class="${display ? 'formula' : 'math'}" translate="no">${result.html}</span>`;
}
