import { unexplainedSymbols } from '../core/note/objective.ts';
import type { Problem } from '../core/problem.ts';
import { renderMath } from '../markdown/katex.ts';
import type { NoteFile } from './notes.ts';

/** Objectives that KaTeX cannot read, or that use letters which nobody explains. */
export function checkObjectives(notes: readonly NoteFile[]): Problem[] {
  return notes.flatMap((note) => [...brokenFormulas(note), ...unexplained(note)]);
}

function brokenFormulas({ metadata: { objective }, file, yaml }: NoteFile): Problem[] {
  if (!objective) return [];
  const formulas = [
    { latex: objective.formula, path: ['objective', 'formula'] },
    ...objective.symbols.map(({ symbol }, index) => ({ latex: symbol, path: ['objective', 'symbols', index, 'symbol'] })),
  ];
  return formulas.flatMap(({ latex, path }) => {
    const result = renderMath(latex, true);
    if ('html' in result) return [];
    return [
      {
        rule: 'note/broken-math' as const,
        message: `The formula cannot be read: ${result.error}`,
        hint: `Mend “${latex.trim().slice(0, 60)}”; it is LaTeX without dollar signs.`,
        file,
        ...yaml.placeOf(path),
      },
    ];
  });
}

function unexplained({ metadata: { objective }, file, yaml }: NoteFile): Problem[] {
  return (objective ? unexplainedSymbols(objective) : []).map((letter) => ({
    rule: 'note/unexplained-symbol',
    message: `The objective uses ${letter}, which is neither explained nor part of the shared notation.`,
    hint: `Add “- { symbol: ${letter}, en: …, zh: … }” to its symbols.`,
    file,
    ...yaml.placeOf(['objective', 'formula']),
  }));
}
