import { createFacetIndex, EMPTY_SELECTION, type Facet, type Selection } from '../../core/catalogue/facets.ts';
import type { PaperRecord } from '../../core/catalogue/record.ts';
import { isNarrowed, orderResults, resultOrders, type ResultOrder } from '../../core/search/search-state.ts';
import { readCheckbox, showChosen, showCounts, showSelection } from '../paper-browser/filter-form.ts';
import type { Collection } from '../search-dialog/collection.ts';
import type { Answer, Found, SearchEngine } from '../search-dialog/search-engine.ts';
import type { Filters } from '../search-dialog/search-panel.ts';

/** What is chosen beside the query. */
export interface Choice {
  readonly selection: Selection;
  readonly order: ResultOrder;
}

/** The filters and the order of the search page. The markup is SearchFilters.astro's. */
export class SearchFilters implements Filters {
  readonly #root: HTMLElement;
  readonly #onChoice: (choice: Choice) => void;
  #choice: Choice = { selection: EMPTY_SELECTION, order: 'relevance' };
  /** Shows the counts of the last answer; unknown until the first. */
  #count: (() => Promise<void>) | undefined;
  #turn = 0;
  #isReached = false;

  /** @param onChoice Hears of every choice the reader makes. */
  constructor(root: HTMLElement, signal: AbortSignal, onChoice: (choice: Choice) => void) {
    this.#root = root;
    this.#onChoice = onChoice;
    root.addEventListener('change', this.#onChange, { signal });
    root.addEventListener('click', this.#onClick, { signal });
    this.#form.addEventListener('submit', (event) => event.preventDefault(), { signal });
    for (const name of ['pointerover', 'focusin']) this.#form.addEventListener(name, this.#onReach, { signal });
  }

  /** Whether a filter is chosen. */
  get isActive(): boolean {
    return isNarrowed(this.#choice.selection);
  }

  /** Shows what is chosen, as the address has it. */
  set choice(choice: Choice) {
    this.#choice = choice;
    showSelection(this.#form, choice.selection);
    showChosen(this.#part('chosen'), choice, this.#form);
    this.#root.querySelector<HTMLSelectElement>('select[name=sort]')!.value = choice.order;
  }

  /** Takes every filter back. */
  clear(): void {
    this.#choose({ ...this.#choice, selection: EMPTY_SELECTION });
    this.#root.querySelector<HTMLElement>('[data-part=status]')!.focus();
  }

  /** Leaves of an answer what meets the filters, in the chosen order. */
  async narrow(answer: Answer, engine: SearchEngine): Promise<readonly Found[]> {
    const { selection, order } = this.#choice;
    if (!this.isActive && order === 'relevance') return answer.found;
    const collection = await engine.collection();
    const found = withPapers(answer.found, collection);
    const kept = new Set(indexOf(found, collection).select(selection));
    return orderResults(
      found.filter(({ paper }) => kept.has(paper)),
      order,
    ).map(({ result }) => result);
  }

  /** Shows the counts that belong to an answer, or those of the collection; at once where that costs little. */
  show(answer: Answer | undefined, engine: SearchEngine): void {
    const turn = ++this.#turn;
    const isWhole = answer === undefined;
    this.#root.dataset.counts = isWhole && this.#count === undefined ? 'whole' : 'none';
    if (isWhole && this.#count === undefined) return;
    this.#count = async () => {
      const collection = await engine.collection();
      if (turn !== this.#turn) return;
      const { papers } = collection.records;
      const found = answer ? withPapers(answer.found, collection) : papers.map((paper) => ({ paper }));
      showCounts(this.#form, indexOf(found, collection).counts(this.#choice.selection));
      this.#root.dataset.counts = 'shown';
    };
    const isSmall = this.#form.dataset.eager !== undefined && this.#form.querySelector('.panel')?.checkVisibility() === true;
    if (isSmall || this.#isReached || this.isActive) this.#showCounts();
  }

  /** Counts are an aid: where they cannot be loaded, the filters work without them, or say so when they are used. */
  #showCounts(): void {
    this.#count?.().catch((error: unknown) => console.warn(error));
  }

  get #form(): HTMLFormElement {
    return this.#root.querySelector<HTMLFormElement>('form.filters')!;
  }

  #part(name: string): HTMLElement {
    return this.#root.querySelector<HTMLElement>(`[data-part=${name}]`)!;
  }

  #choose(choice: Choice): void {
    this.choice = choice;
    this.#onChoice(choice);
  }

  #toggle(facet: Facet, value: string): void {
    const chosen = this.#choice.selection[facet];
    const values = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
    this.#choose({ ...this.#choice, selection: { ...this.#choice.selection, [facet]: values } });
  }

  #onChange = ({ target }: Event): void => {
    const box = readCheckbox(target);
    if (box) this.#toggle(box.facet, box.value);
    else if (target instanceof HTMLSelectElement)
      this.#choose({ ...this.#choice, order: resultOrders.find((order) => order === target.value) ?? 'relevance' });
  };

  #onClick = ({ target }: Event): void => {
    const button = target instanceof Element ? target.closest('button') : null;
    if (!button) return;
    if (button.matches('.chosen')) this.#takeBack(button);
    else if (button.dataset.part === 'clear') this.clear();
    else if (button.dataset.part === 'filters') {
      button.ariaExpanded = String(button.ariaExpanded === 'false');
      this.#onReach();
    }
  };

  #takeBack({ name, value }: HTMLButtonElement): void {
    const facet = (Object.keys(this.#choice.selection) as Facet[]).find((key) => key === name);
    if (facet) this.#toggle(facet, value);
    const next = this.#part('chosen').querySelector<HTMLElement>('.chosen') ?? this.#part('status');
    next.focus();
  }

  #onReach = (): void => {
    if (this.#isReached) return;
    this.#isReached = true;
    this.#showCounts();
  };
}

interface WithPaper {
  readonly result: Found;
  readonly paper: PaperRecord;
}

function withPapers(found: readonly Found[], { paper }: Collection): WithPaper[] {
  return found.flatMap((result) => {
    const record = paper(result.id);
    return record ? [{ result, paper: record }] : [];
  });
}

function indexOf(found: readonly { readonly paper: PaperRecord }[], { records }: Collection) {
  return createFacetIndex({ papers: found.map(({ paper }) => paper), keywords: records.keywords });
}
