import type { NoteDocument } from '../../src/core/note/document.ts';

const FORMULA = /<(span|div) class="(?:math|formula)" translate="no">/g;

/** HTML in which each formula is its LaTeX in ⟦ ⟧: how KaTeX draws it is tested elsewhere, and changes with KaTeX. */
export function withoutDrawnMath(html: string): string {
  let shown = '';
  let position = 0;
  for (const match of html.matchAll(FORMULA)) {
    const start = match.index + match[0].length;
    const end = closingTag(html, match[1]!, start);
    const latex = /<annotation encoding="application\/x-tex">([\s\S]*?)<\/annotation>/.exec(html.slice(start, end))?.[1] ?? '';
    shown += `${html.slice(position, start)}⟦${latex}⟧`;
    position = end;
  }
  return shown + html.slice(position);
}

function closingTag(html: string, name: string, start: number): number {
  let depth = 1;
  const tag = new RegExp(`<(/?)${name}\\b`, 'g');
  tag.lastIndex = start;
  for (let match = tag.exec(html); match; match = tag.exec(html)) {
    depth += match[1] ? -1 : 1;
    if (depth === 0) return match.index;
  }
  return html.length;
}

/** A rendered note as one text that people can read and compare, a part after the other. */
export function showDocument({ keyPoints, abstract, sections, hasMath }: NoteDocument): string {
  const parts = [
    ...(['en', 'zh'] as const).flatMap((locale) =>
      keyPoints[locale] === undefined ? [] : [`<!-- key points, ${locale} -->\n${keyPoints[locale]}`],
    ),
    ...(abstract ? [`<!-- abstract: ${abstract.alignment}, ${abstract.locales.join(' ')} -->`] : []),
    ...(abstract?.paragraphs ?? []).map((pairs) => pairs.map(({ en, zh }) => `en | ${en}\nzh | ${zh}`).join('\n\n')),
    ...sections.map(({ id, locale, title, html }) => `<!-- section #${id}, ${locale}: ${title} -->\n${html}`),
    `<!-- ${hasMath ? 'with' : 'without'} formulas -->`,
  ];
  return `${withoutDrawnMath(parts.join('\n\n'))}\n`;
}
