/** What one query came to. */
export interface Outcome {
  readonly kind: string;
  readonly query: string;
  readonly relevant: readonly string[];
  /** The ids found, the best first. */
  readonly found: readonly string[];
  /** From the request to the shown results. */
  readonly milliseconds: number;
}

/** Shares of 1: whether the first result is right, how many of the right ones stand among the first ten, and how early the first does. */
export interface Measures {
  readonly success: number;
  readonly recall: number;
  readonly reciprocalRank: number;
}

const TOP = 10;

/** The mean measures of some outcomes. */
export function measure(outcomes: readonly Outcome[]): Measures {
  return {
    success: mean(outcomes.map(({ found, relevant }) => (relevant.includes(found[0] ?? '') ? 1 : 0))),
    recall: mean(
      outcomes.map(
        ({ found, relevant }) => relevant.filter((id) => found.slice(0, TOP).includes(id)).length / Math.min(TOP, relevant.length),
      ),
    ),
    reciprocalRank: mean(outcomes.map(({ found, relevant }) => reciprocal(found.slice(0, TOP).findIndex((id) => relevant.includes(id))))),
  };
}

/** The value below which a share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function reciprocal(index: number): number {
  return index < 0 ? 0 : 1 / (index + 1);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
