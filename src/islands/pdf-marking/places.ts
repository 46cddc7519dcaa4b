import { locate, locateInPlace, type Location } from '../../core/annotation/locate.ts';
import type { PlacedMark } from '../../core/annotation/listing.ts';
import type { Mark } from '../../core/annotation/mark.ts';
import type { PageTexts } from './page-texts.ts';

/** How long marks may be looked for before the page gets a turn, in milliseconds. */
const TURN = 12;

/** Knows where the words of marks stand in the open file. */
export class Places {
  #texts: PageTexts;
  #onFound: () => void;
  /** By id; undefined if the words are not in this file. */
  #places = new Map<string, Location | undefined>();
  #wanted = new Set<string>();

  constructor(texts: PageTexts, onFound: () => void) {
    this.#texts = texts;
    this.#onFound = onFound;
  }

  /** A mark with what is known of its place. */
  placed(mark: Mark): PlacedMark {
    const place = this.#places.get(mark.id);
    if (place) return { mark, place };
    return this.#places.has(mark.id) ? { mark } : { mark, place: 'pending' };
  }

  /** Looks for marks that have not been looked for yet: first where they were made, then, if need be, in the whole file. */
  async find(marks: readonly Mark[]): Promise<void> {
    const fresh = marks.filter(({ id }) => !this.#places.has(id) && !this.#wanted.has(id));
    if (fresh.length === 0) return;
    for (const { id } of fresh) this.#wanted.add(id);
    const moved: Mark[] = [];
    for (const mark of fresh) {
      const place = locateInPlace(mark.anchor, await this.#texts.page(mark.anchor.page));
      if (place) this.#places.set(mark.id, place);
      else moved.push(mark);
    }
    this.#onFound();
    if (moved.length > 0) await this.#search(moved);
  }

  async #search(marks: readonly Mark[]): Promise<void> {
    const pages = await this.#texts.all();
    let turnEnds = performance.now() + TURN;
    for (const { id, anchor } of marks) {
      this.#places.set(id, locate(anchor, pages));
      if (performance.now() < turnEnds) continue;
      await new Promise((resolve) => setTimeout(resolve));
      turnEnds = performance.now() + TURN;
    }
    this.#onFound();
  }
}
