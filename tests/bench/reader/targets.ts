import { formatTable } from '../table.ts';

/** A row of the table of targets. */
export interface Row {
  readonly what: string;
  readonly ours: string;
  readonly stock: string;
  /** Ours in shares of stock. */
  readonly ratio: string;
  readonly target: string;
  readonly holds: boolean;
}

/** A row that compares both viewers over several papers: the medians of each, and the median of the papers' ratios. */
export function compare(what: string, pairs: readonly (readonly [ours: number, stock: number])[], target: number): Row {
  const ratios = pairs.map(([ours, stock]) => ours / stock);
  const ratio = median(ratios);
  const spread = pairs.length > 1 ? ` (${Math.min(...ratios).toFixed(3)}–${Math.max(...ratios).toFixed(3)})` : '';
  const of = (index: 0 | 1) => median(pairs.map((pair) => pair[index])).toFixed(0);
  return {
    what,
    ours: of(0),
    stock: of(1),
    ratio: ratio.toFixed(3) + spread,
    target: `≤ ${target === 1 / 12 ? '1/12' : target} × stock`,
    holds: ratio <= target,
  };
}

/** A row whose figure may be so much and no more. */
export function atMost(what: string, figure: number, target: number): Row {
  return { what, ours: shown(figure), stock: '', ratio: '', target: `≤ ${target}`, holds: figure <= target };
}

/** A row whose figure must be at least so much. */
export function atLeast(what: string, figure: number, target: number): Row {
  return { what, ours: shown(figure), stock: '', ratio: '', target: `≥ ${target}`, holds: figure >= target };
}

export function formatRows(rows: readonly Row[]): string {
  return formatTable(
    ['what', '', 'ours', 'stock', 'ratio (least–most)', 'target', 'holds'],
    rows.map(({ what, ours, stock, ratio, target, holds }) => [what, '', ours, stock, ratio, target, holds ? 'yes' : 'NO']),
  );
}

function shown(figure: number): string {
  return Number.isInteger(figure) ? String(figure) : figure.toFixed(2);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
