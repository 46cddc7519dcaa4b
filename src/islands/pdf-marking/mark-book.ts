import { applicable, emptyHistory, record, redo, undo, type History, type Step } from '../../core/annotation/history.ts';
import { isMark, nextModified, type Mark, type MarkRecord } from '../../core/annotation/mark.ts';
import { newer } from '../../core/annotation/merge.ts';

/** Who is told of changes. */
export interface MarkBookOptions {
  /** Called with records that were written here and are to be kept. */
  readonly keep: (records: readonly MarkRecord[]) => void;
  /** Called whenever a mark or the history changed. */
  readonly onChange: () => void;
}

/** The marks of a paper as they are in this tab, and what was done to them. */
export class MarkBook {
  #records = new Map<string, MarkRecord>();
  #history: History = emptyHistory;
  #options: MarkBookOptions;

  constructor(options: MarkBookOptions) {
    this.#options = options;
  }

  get marks(): Mark[] {
    return [...this.#records.values()].filter(isMark);
  }

  get canUndo(): boolean {
    return this.#history.done.length > 0;
  }

  get canRedo(): boolean {
    return this.#history.undone.length > 0;
  }

  /** What is under an id: a mark, a deletion or nothing. */
  record(id: string): MarkRecord | undefined {
    return this.#records.get(id);
  }

  /** The mark of an id, if it exists. */
  mark(id: string): Mark | undefined {
    const found = this.#records.get(id);
    return isMark(found) ? found : undefined;
  }

  /** Changes marks, in a way that can be undone. */
  do(step: Step): void {
    if (step.length === 0) return;
    this.#history = record(this.#history, step);
    this.#apply(step);
  }

  /** Takes back the last step. @returns What was changed; undefined if there was nothing to take back. */
  undo(): Step | undefined {
    return this.#turn(undo(this.#history));
  }

  /** Does the step again that was taken back last. @returns What was changed; undefined if there was none. */
  redo(): Step | undefined {
    return this.#turn(redo(this.#history));
  }

  /** Takes in records from the database or another tab. */
  receive(records: readonly MarkRecord[]): void {
    for (const incoming of records) {
      const here = this.#records.get(incoming.id);
      this.#records.set(incoming.id, here ? newer(here, incoming) : incoming);
    }
    this.#options.onChange();
  }

  #turn(turned: { history: History; step: Step } | undefined): Step | undefined {
    if (!turned) return undefined;
    this.#history = turned.history;
    const step = applicable(turned.step, (id) => this.mark(id));
    this.#apply(step);
    return step;
  }

  #apply(step: Step): void {
    const now = new Date();
    const written = step.map(({ before, after }): MarkRecord => {
      const { id, paper } = (after ?? before)!;
      const modified = nextModified(this.#records.get(id)?.modified, now);
      return after ? { ...after, modified } : { id, paper, deleted: true, modified };
    });
    for (const changed of written) this.#records.set(changed.id, changed);
    this.#options.keep(written);
    this.#options.onChange();
  }
}
