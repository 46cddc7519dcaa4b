import { fillTemplate } from '../../core/text/template.ts';
import { formatLocation } from '../../core/reader/location.ts';
import type { PdfView } from './pdf-view.ts';

/** What is needed to show the pages small. */
export interface ThumbnailTarget {
  readonly list: HTMLElement;
  readonly view: PdfView;
  /** What a page is called, with `{page}` for its number or label. */
  readonly pageName: string;
  readonly signal: AbortSignal;
}

/** How wide a page is shown, in CSS pixels. */
const WIDTH = 112;

/** The pages in small. Each is drawn when it comes to view, one after another. */
export class Thumbnails {
  #target: ThumbnailTarget;
  #queue: HTMLAnchorElement[] = [];
  #isDrawing = false;
  #observer: IntersectionObserver;

  constructor(target: ThumbnailTarget) {
    this.#target = target;
    const { list, view, signal } = target;
    this.#observer = new IntersectionObserver(this.#onSight, { root: list, rootMargin: '200px 0px' });
    signal.addEventListener('abort', () => this.#observer.disconnect());
    const pages = document.createElement('ol');
    pages.className = 'thumbnails';
    pages.append(...Array.from({ length: view.count }, (_, index) => this.#item(index + 1)));
    list.replaceChildren(pages);
    view.on('rotationchanging', () => this.#redraw());
    this.follow();
  }

  /** Marks the page that is read, and keeps it in view. */
  follow(): void {
    const { list, view } = this.#target;
    for (const link of list.querySelectorAll('a[aria-current]')) link.removeAttribute('aria-current');
    const link = list.querySelectorAll('a')[view.page - 1];
    link?.setAttribute('aria-current', 'page');
    if (link && !list.contains(document.activeElement)) scrollWithin(list, link);
  }

  #item(page: number): HTMLLIElement {
    const { view, pageName } = this.#target;
    const item = document.createElement('li');
    const link = document.createElement('a');
    const canvas = document.createElement('canvas');
    const label = document.createElement('span');
    label.textContent = view.labels?.[page - 1] || String(page);
    link.href = formatLocation({ page });
    link.dataset.place = '';
    link.dataset.page = String(page);
    link.ariaLabel = fillTemplate(pageName, { page: label.textContent });
    const size = view.pageView(page)?.viewport;
    canvas.width = WIDTH;
    canvas.height = size ? Math.round((WIDTH * size.height) / size.width) : WIDTH;
    link.append(canvas, label);
    item.append(link);
    this.#observer.observe(link);
    return item;
  }

  #onSight = (entries: readonly IntersectionObserverEntry[]): void => {
    for (const { target, isIntersecting } of entries) {
      const link = target as HTMLAnchorElement;
      this.#queue = this.#queue.filter((waiting) => waiting !== link);
      if (isIntersecting && !link.dataset.drawn) this.#queue.push(link);
    }
    void this.#drawNext();
  };

  async #drawNext(): Promise<void> {
    const link = this.#isDrawing ? undefined : this.#queue.shift();
    if (!link || this.#target.signal.aborted) return;
    this.#isDrawing = true;
    link.dataset.drawn = 'true';
    // A page that cannot be drawn keeps its number.
    await this.#draw(link).catch(() => undefined);
    this.#isDrawing = false;
    void this.#drawNext();
  }

  async #draw(link: HTMLAnchorElement): Promise<void> {
    const { view } = this.#target;
    const page = await view.pdf.getPage(Number(link.dataset.page));
    const rotation = (page.rotate + view.rotation) % 360;
    const { width } = page.getViewport({ scale: 1, rotation });
    const viewport = page.getViewport({ scale: (WIDTH * devicePixelRatio) / width, rotation });
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(viewport.width);
    canvas.height = Math.round(Math.min(viewport.height, 8 * viewport.width));
    await page.render({ canvas, viewport }).promise;
    link.querySelector('canvas')!.replaceWith(canvas);
  }

  #redraw(): void {
    for (const link of this.#target.list.querySelectorAll('a')) {
      delete link.dataset.drawn;
      this.#observer.unobserve(link);
      this.#observer.observe(link);
    }
  }
}

/** Scrolls a list so far that one of its entries is in view, and nothing else. */
function scrollWithin(list: HTMLElement, entry: HTMLElement): void {
  const [box, own] = [list.getBoundingClientRect(), entry.getBoundingClientRect()];
  if (own.top < box.top || own.bottom > box.bottom) list.scrollTop += own.top - box.top - (box.height - own.height) / 2;
}
