import { createFacetIndex, type FacetIndex } from '../../core/catalogue/facets.ts';
import {
  DEFAULT_STATE,
  densities,
  readState,
  sortOrders,
  sortPapers,
  toggle,
  writeState,
  type ListState,
} from '../../core/catalogue/list-state.ts';
import type { CollectionRecords, PaperRecord } from '../../core/catalogue/record.ts';
import type { Locale } from '../../core/site/locale.ts';
import { siteUrls } from '../../core/site/urls.ts';
import { fillTemplate } from '../../core/text/template.ts';
import type { PapersShown, PapersShownEvent, PapersWantedEvent } from '../cite-box/papers-shown.ts';
import { readCheckbox, showChosen, showCounts, showState } from './filter-form.ts';
import { createCard, type CardContext } from './paper-card.ts';
import { pickedAfter, showBoxes, showPicked } from './picking.ts';

/** How many papers are added to the list at a time. */
const BATCH = 100;

const SHOWN: PapersShownEvent = 'papers-shown';
const WANTED: PapersWantedEvent = 'papers-wanted';

interface Loaded {
  readonly records: CollectionRecords;
  readonly index: FacetIndex;
}

/**
 * The list of papers with its filters. The server sends a complete list; the records of the collection are loaded
 * when a reader first filters or sorts, and everything chosen stands in the address.
 */
class PaperBrowser extends HTMLElement {
  #listeners = new AbortController();
  #state: ListState = DEFAULT_STATE;
  #loading: Promise<Loaded> | undefined;
  #limit = BATCH;
  #cards = new Map<string, HTMLElement>();
  #shown: PapersShown['ids'];

  connectedCallback(): void {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    for (const card of this.#list.querySelectorAll<HTMLElement>('.paper')) this.#cards.set(card.dataset.id!, card);
    this.#form.addEventListener('change', this.#onChange, { signal });
    this.#form.addEventListener('submit', (event) => event.preventDefault(), { signal });
    this.addEventListener('click', this.#onClick, { signal });
    this.addEventListener(WANTED, (event) => ((event as CustomEvent<PapersShown>).detail.ids = this.#wanted), { signal });
    this.#list.addEventListener('change', this.#onPick, { signal });
    // It does not bubble.
    this.addEventListener('toggle', () => this.#showPicks(), { signal, capture: true });
    window.addEventListener('popstate', () => void this.#show(readState(location.search)), { signal });
    if (location.search !== '') void this.#show(readState(location.search));
  }

  disconnectedCallback(): void {
    this.#listeners.abort();
  }

  get #form(): HTMLFormElement {
    return this.querySelector('form')!;
  }

  get #list(): HTMLElement {
    return this.querySelector<HTMLElement>('.papers')!;
  }

  get #wanted(): PapersShown['ids'] {
    return this.#state.picked.length > 0 ? this.#state.picked : this.#shown;
  }

  #part(name: string): HTMLElement {
    return this.querySelector<HTMLElement>(`[data-part="${name}"]`)!;
  }

  #onChange = ({ target }: Event): void => {
    const box = readCheckbox(target);
    if (box) this.#go(toggle(this.#state, box.facet, box.value));
    else if (target instanceof HTMLSelectElement)
      this.#go({ ...this.#state, sort: sortOrders.find((order) => order === target.value) ?? 'newest' });
    else if (target instanceof HTMLInputElement)
      this.#go({ ...this.#state, density: densities.find((density) => density === target.value) ?? 'cards' });
  };

  #onClick = ({ target }: Event): void => {
    const button = target instanceof Element ? target.closest('button') : null;
    if (button?.matches('.chosen')) this.#takeBack(button);
    else if (button?.dataset.part === 'clear') this.#go({ ...this.#state, selection: DEFAULT_STATE.selection });
    else if (button?.dataset.part === 'only') this.#go({ ...this.#state, onlyPicked: !this.#state.onlyPicked });
    else if (button?.dataset.part === 'unpick') this.#go({ ...this.#state, picked: [], onlyPicked: false });
    else if (button?.dataset.part === 'more') void this.#showMore();
    else if (button?.dataset.part === 'filters') button.ariaExpanded = String(button.ariaExpanded === 'false');
  };

  /** The list stays as it is while papers are picked: nothing may move under the pointer or take the focus away. */
  #onPick = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement) || target.name !== 'pick') return;
    this.#state = { ...this.#state, picked: pickedAfter(this.#state.picked, target) };
    history.replaceState(null, '', location.pathname + writeState(this.#state));
    this.#showPicks();
    this.dispatchEvent(new Event(SHOWN));
  };

  #showPicks(): void {
    const panel = this.#part('picking');
    const isWanted = panel.closest('details')!.open || this.#state.picked.length > 0;
    if (isWanted) showBoxes(this.#list, this.#state, panel.dataset.label!);
    else delete this.#list.dataset.picking;
    showPicked(panel, this.#state);
  }

  #takeBack({ name, value }: HTMLButtonElement): void {
    const facet = (Object.keys(this.#state.selection) as (keyof ListState['selection'])[]).find((key) => key === name);
    if (facet) this.#go(toggle(this.#state, facet, value));
    this.#part('count').focus();
  }

  #go(state: ListState): void {
    history.pushState(null, '', location.pathname + writeState(state));
    void this.#show(state);
  }

  async #show(state: ListState): Promise<void> {
    this.#state = state;
    if (state.picked.length > 0) this.#part('picking').closest('details')!.open = true;
    this.#limit = BATCH;
    this.#list.dataset.density = state.density;
    showState(this.#form, state);
    try {
      await this.#render();
      this.#part('failed').hidden = true;
    } catch {
      this.#loading = undefined;
      this.#part('failed').hidden = false;
    }
  }

  async #showMore(): Promise<void> {
    const shown = this.#list.children.length;
    this.#limit += BATCH;
    await this.#render();
    this.#list.children[shown]?.querySelector('a')?.focus();
  }

  async #render(): Promise<void> {
    this.#loading ??= load(siteUrls(this.dataset.base!).records());
    const { records, index } = await this.#loading;
    this.#state = withKnownPicks(this.#state, records);
    const state = this.#state;
    const found = sortPapers(index.select(state.selection), state.sort).filter(({ id }) => !state.onlyPicked || state.picked.includes(id));
    this.#tellPapers(found, records.papers);
    const context = this.#context(records);
    this.#list.replaceChildren(...found.slice(0, this.#limit).map((paper) => this.#card(paper, context)));
    this.#showPicks();
    showCounts(this.#form, index.counts(state.selection));
    showChosen(this.#part('chosen'), state, this.#form);
    this.#tellCount(found.length, records.papers.length);
    this.#part('more').hidden = found.length <= this.#limit;
    this.#part('none').hidden = found.length > 0;
    const pages = this.querySelector<HTMLElement>('.pages');
    if (pages) pages.hidden = true;
  }

  #tellPapers(found: readonly PaperRecord[], all: readonly PaperRecord[]): void {
    const isAll = found.length === all.length && found.every((paper, index) => paper === all[index]);
    this.#shown = isAll ? undefined : found.map(({ id }) => id);
    this.dispatchEvent(new Event(SHOWN));
  }

  #tellCount(shown: number, all: number): void {
    const { shown: some, every } = this.#part('count').dataset;
    this.#part('count').textContent = shown === all ? every! : fillTemplate(some!, { shown, all });
  }

  #card(paper: PaperRecord, context: CardContext): HTMLElement {
    const card = this.#cards.get(paper.id) ?? createCard(paper, context);
    this.#cards.set(paper.id, card);
    return card;
  }

  #context({ keywords }: CollectionRecords): CardContext {
    const { base, submitted, preprint } = this.dataset;
    const locale: Locale = this.dataset.locale === 'zh' ? 'zh' : 'en';
    return {
      template: this.querySelector('template')!,
      keywords,
      locale,
      urls: siteUrls(base!),
      words: { submitted: submitted!, preprint: preprint! },
    };
  }
}

/** A state without picked papers that an address names but the collection does not hold. */
function withKnownPicks(state: ListState, { papers }: CollectionRecords): ListState {
  const known = new Set(papers.map(({ id }) => id));
  const picked = state.picked.filter((id) => known.has(id));
  return { ...state, picked, onlyPicked: state.onlyPicked && picked.length > 0 };
}

async function load(url: string): Promise<Loaded> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  // The file is made by this site's own build from checked data.
  const records = (await response.json()) as CollectionRecords;
  return { records, index: createFacetIndex(records) };
}

customElements.define('paper-browser', PaperBrowser);
