/** The page of a document of `count` pages that is nearest to `page`. */
export function clampPage(page: number, count: number): number {
  return Math.min(Math.max(Math.trunc(page), 1), count);
}

/** The pages of a document: how many, and what is printed on them where that is not their number. */
export interface PageRange {
  readonly count: number;
  /** The label of each page, in order; undefined if the file names none but their numbers. */
  readonly labels?: readonly string[] | undefined;
}

/**
 * Reads the page that someone typed: its label, or its number, full-width digits included; a number beyond the end means the last page.
 * @returns undefined if it is neither.
 */
export function pageFromText(text: string, { count, labels }: PageRange): number | undefined {
  const typed = text.normalize('NFKC').trim();
  const labeled = labels?.indexOf(typed) ?? -1;
  if (labeled >= 0) return labeled + 1;
  return /^\d+$/.test(typed) ? clampPage(Number(typed), count) : undefined;
}

/** The labels of a file, if they say more than the pages' numbers. */
export function usefulLabels(labels: readonly string[] | null, count: number): readonly string[] | undefined {
  const isUseful = labels?.length === count && labels.some((label, index) => label !== '' && label !== String(index + 1));
  return isUseful ? labels : undefined;
}
