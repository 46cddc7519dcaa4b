/** Sent by a list when it shows other papers than before. */
export const PAPERS_SHOWN = 'papers-shown';

/** Sent by whoever needs to know what the list around it shows; the list answers in the event itself. */
export const PAPERS_WANTED = 'papers-wanted';

/** What a list shows. */
export interface PapersShown {
  /** The ids in their order; undefined while it is the whole collection in its own order. */
  ids: readonly string[] | undefined;
}

/** Asks the list around an element what it shows; without such a list, it is everything. */
export function askForPapers(element: Element): PapersShown {
  const detail: PapersShown = { ids: undefined };
  element.dispatchEvent(new CustomEvent(PAPERS_WANTED, { bubbles: true, detail }));
  return detail;
}
