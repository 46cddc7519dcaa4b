import { fillTemplate } from '../../core/text/template.ts';
import type { FindRequest, FoundMatch } from './find-controller.ts';
import type { PdfView } from './pdf-view.ts';
import type { MatchesCount } from './viewer-events.ts';

/** What the list of matches needs of the find bar. */
export interface MatchListOptions {
  /** Where the list stands; it holds a line for when nothing is found, and one for when there is more than is shown. */
  readonly list: HTMLElement;
  readonly view: PdfView;
  readonly signal: AbortSignal;
  readonly request: () => FindRequest;
}

/** More matches than this are counted and marked, but not listed. */
const LIMIT = 500;

/** The list is written at most this often while pages are searched, in milliseconds. */
const PACE = 120;

/** The matches with a line of context each. */
export class MatchList {
  #options: MatchListOptions;
  #matches: readonly FoundMatch[] = [];
  #count: MatchesCount = { current: 0, total: 0 };
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: MatchListOptions) {
    this.#options = options;
    const { list, signal } = options;
    list.addEventListener('click', this.#onClick, { signal });
    signal.addEventListener('abort', () => this.clear());
  }

  /** Follows the search: more matches, or another current one. */
  update(count: MatchesCount): void {
    this.#count = count;
    this.#timer ??= setTimeout(() => void this.#write(), PACE);
  }

  /** Empties the list. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#count = { current: 0, total: 0 };
    this.#matches = [];
    this.#options.list.querySelector('ol')?.remove();
    this.#note('none').hidden = true;
    this.#note('more').hidden = true;
  }

  async #write(): Promise<void> {
    this.#timer = undefined;
    const { list, view } = this.#options;
    const { total, current } = this.#count;
    const matches = await view.finder.found(LIMIT);
    if (total !== this.#count.total) return;
    this.#matches = matches;
    const lines = document.createElement('ol');
    lines.append(...matches.map((match, index) => this.#line(match, index)));
    lines.children[current - 1]?.querySelector('button')?.setAttribute('aria-current', 'true');
    const { scrollTop } = list;
    const focused = [...list.querySelectorAll('button')].indexOf(document.activeElement as HTMLButtonElement);
    list.querySelector('ol')?.remove();
    list.append(lines);
    list.scrollTop = scrollTop;
    if (focused >= 0) lines.querySelectorAll('button')[focused]?.focus({ preventScroll: true });
    this.#note('none').hidden = matches.length > 0;
    this.#note('more').hidden = total <= LIMIT;
  }

  #line({ page, context }: FoundMatch, index: number): HTMLLIElement {
    const { list, view } = this.#options;
    const item = document.createElement('li');
    const button = document.createElement('button');
    const mark = document.createElement('mark');
    const place = document.createElement('span');
    mark.textContent = context.match;
    place.textContent = fillTemplate(list.dataset.pageName ?? '', { page: view.labels?.[page - 1] || page });
    button.type = 'button';
    button.dataset.match = String(index);
    button.append(context.before, mark, context.after, place);
    item.append(button);
    return item;
  }

  #onClick = ({ target }: Event): void => {
    const button = target instanceof Element ? target.closest<HTMLElement>('button[data-match]') : undefined;
    const match = this.#matches[Number(button?.dataset.match)];
    if (match) this.#options.view.finder.select(match, this.#options.request());
  };

  #note(name: string): HTMLElement {
    return this.#options.list.querySelector<HTMLElement>(`[data-${name}]`)!;
  }
}
