/** The name of the event that a list sends when it shows other papers than before. */
export type PapersShownEvent = 'papers-shown';

/** The name of the event by which anyone asks what the list around it shows; the list answers in the event itself. */
export type PapersWantedEvent = 'papers-wanted';

/** What a list shows. */
export interface PapersShown {
  /** The ids in their order; undefined while it is the whole collection in its own order. */
  ids: readonly string[] | undefined;
}
