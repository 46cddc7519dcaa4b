/** The page of a document of `count` pages that is nearest to `page`. */
export function clampPage(page: number, count: number): number {
  return Math.min(Math.max(Math.trunc(page), 1), count);
}

/**
 * Reads the page number that someone typed, full-width digits included; one beyond the end means the last page.
 * @returns undefined if no number was typed.
 */
export function pageFromText(text: string, count: number): number | undefined {
  const digits = text.normalize('NFKC').trim();
  return /^\d+$/.test(digits) ? clampPage(Number(digits), count) : undefined;
}
