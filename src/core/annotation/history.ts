import type { Mark } from './mark.ts';

/** What became of one mark; absent sides mean that it did not exist. */
export interface Change {
  readonly before?: Mark;
  readonly after?: Mark;
}

/** Changes that are made, undone and redone together. */
export type Step = readonly Change[];

/** What was done and can be undone, and what was undone and can be done again; the last of each comes first to hand. */
export interface History {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
}

/** A history in which nothing has happened. */
export const emptyHistory: History = { done: [], undone: [] };

/** Adds a step. What had been undone before it cannot be redone any more. */
export function record({ done }: History, step: Step): History {
  return { done: [...done, step], undone: [] };
}

/** Takes back the last step; undefined if there is none. */
export function undo({ done, undone }: History): { readonly history: History; readonly step: Step } | undefined {
  const last = done.at(-1);
  if (!last) return undefined;
  return { history: { done: done.slice(0, -1), undone: [...undone, last] }, step: reverse(last) };
}

/** Does the last step again that was taken back; undefined if there is none. */
export function redo({ done, undone }: History): { readonly history: History; readonly step: Step } | undefined {
  const last = undone.at(-1);
  if (!last) return undefined;
  return { history: { done: [...done, last], undone: undone.slice(0, -1) }, step: last };
}

function reverse(step: Step): Step {
  return step.toReversed().map(({ before, after }) => ({ ...(after && { before: after }), ...(before && { after: before }) }));
}

/**
 * The changes of a step that still apply: a mark that was changed since, in another tab or by an import, is left as it is.
 * @param current The marks as they are now, by id.
 */
export function applicable(step: Step, current: (id: string) => Mark | undefined): Step {
  return step.filter(({ before, after }) => {
    const now = current((before ?? after)!.id);
    return before === undefined ? now === undefined : now !== undefined && hasSameContent(now, before);
  });
}

/** Whether two states of a mark say the same, whenever they were written. */
export function hasSameContent(a: Mark, b: Mark): boolean {
  return a.kind === b.kind && a.color === b.color && a.comment === b.comment && a.anchor.quote.exact === b.anchor.quote.exact;
}
