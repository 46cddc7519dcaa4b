import { parseLocation } from '../../core/reader/location.ts';
import { pageLines, type PageLine } from '../../core/reader/page-lines.ts';
import { previewRegion, type Region } from '../../core/reader/preview-region.ts';
import { fillTemplate } from '../../core/text/template.ts';
import { contentOf } from './page-contents.ts';
import type { PdfView } from './pdf-view.ts';

/** What the previews need of the reader. */
export interface PreviewOptions {
  readonly view: PdfView;
  /** Where a preview is shown: an element over the pages with a caption. */
  readonly frame: HTMLElement;
  readonly signal: AbortSignal;
}

/** The most that a preview is enlarged, how wide it gets in pixels, and how much of the stage's height it takes. */
const LARGEST_SCALE = 1.25;
const WIDEST = 600;
const HEIGHT_SHARE = 0.55;

/** What TeX names the places of figures. */
const FIGURE = /^(?:sub)?figure/i;

/** How long a pointer must rest on a link, and how long a preview stays when it leaves, in milliseconds. */
const REST = 250;
const STAY = 200;

/** Shows, for a link inside the PDF that is pointed at or has the focus, what it leads to. */
export class Previews {
  #options: PreviewOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #link: HTMLAnchorElement | undefined;
  /** Whether the preview was asked for by touch, so that it stays and leads on. */
  #isTapped = false;

  constructor(options: PreviewOptions) {
    this.#options = options;
    const { view, frame, signal } = options;
    const { container } = view;
    container.addEventListener('pointerover', this.#onPointer, { signal });
    container.addEventListener('pointerout', this.#onLeave, { signal });
    container.addEventListener('focusin', ({ target }) => this.#plan(linkAt(target), 0), { signal });
    container.addEventListener('focusout', this.#onLeave, { signal });
    container.addEventListener('scroll', this.#onScroll, { signal, passive: true });
    container.addEventListener('click', this.#onClick, { signal, capture: true });
    this.#follow.addEventListener('click', () => this.#link?.click(), { signal });
    frame.addEventListener('pointerenter', () => clearTimeout(this.#timer), { signal });
    frame.addEventListener('pointerleave', this.#onLeave, { signal });
    document.addEventListener('keydown', this.#onKey, { signal, capture: true });
    signal.addEventListener('abort', this.hide);
  }

  /** Takes the preview away. */
  hide = (): void => {
    clearTimeout(this.#timer);
    this.#link = undefined;
    this.#isTapped = false;
    this.#options.frame.hidden = true;
  };

  get #follow(): HTMLButtonElement {
    return this.#options.frame.querySelector<HTMLButtonElement>('[data-follow]')!;
  }

  /** A preview goes with a link that is pointed at; one of the link that has the focus follows it. */
  #onScroll = (): void => {
    const link = this.#link;
    if (!link) return;
    const { frame } = this.#options;
    if (link === linkAt(document.activeElement)) return frame.hidden ? undefined : place(frame, link);
    const isWaiting = frame.hidden && link.matches(':hover');
    this.hide();
    if (isWaiting) this.#plan(link, REST);
  };

  #onPointer = ({ target, pointerType }: PointerEvent): void => {
    if (pointerType !== 'touch') this.#plan(linkAt(target), REST);
  };

  /** By touch, a first tap shows where a link leads; from there on, or by a second tap, it is followed. */
  #onClick = (event: MouseEvent): void => {
    const link = linkAt(event.target);
    // A link that is followed from its preview is clicked by no pointer.
    const isTap = event instanceof PointerEvent && event.pointerType === 'touch';
    if (!isTap || !link || (link === this.#link && !this.#options.frame.hidden)) return this.hide();
    event.preventDefault();
    event.stopPropagation();
    this.hide();
    this.#isTapped = true;
    this.#plan(link, 0);
  };

  #onLeave = ({ target }: Event): void => {
    if (this.#isTapped || !this.#link || (target instanceof Node && target !== this.#options.frame && !this.#link.contains(target))) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.hide, STAY);
  };

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || this.#options.frame.hidden) return;
    event.preventDefault();
    event.stopPropagation();
    this.hide();
  };

  #plan(link: HTMLAnchorElement | undefined, delay: number): void {
    if (!link) return;
    clearTimeout(this.#timer);
    if (link === this.#link && !this.#options.frame.hidden) return;
    this.#link = link;
    // Where a link leads nowhere, there is nothing to preview.
    const isTapped = this.#isTapped;
    this.#timer = setTimeout(() => void this.#show(link).catch(() => (this.hide(), isTapped && link.click())), delay);
  }

  async #show(link: HTMLAnchorElement): Promise<void> {
    const { view, frame } = this.#options;
    const { destination } = parseLocation(link.hash);
    const resolved = destination === undefined ? undefined : await view.links.resolve(destination);
    if (!resolved) throw new Error('The link leads nowhere.');
    const page = await view.pdf.getPage(resolved.page);
    const [left, bottom, right, top] = page.view as [number, number, number, number];
    const lines = pageLines(await contentOf(page));
    const target = { view: resolved.view, name: typeof destination === 'string' ? destination : '' };
    const region = previewRegion(target, { left, bottom, right, top }, lines);
    const canvas = document.createElement('canvas');
    await draw(page, region, { canvas, scale: scaleFor(region, frame.parentElement!) });
    if (link !== this.#link) return;
    link.ariaDescription = textIn(lines, region);
    // On dark pages a figure is previewed as it is printed.
    frame.toggleAttribute('data-figure', FIGURE.test(target.name));
    this.#fill(canvas, view.labels?.[resolved.page - 1] || String(resolved.page));
    place(frame, link);
  }

  #fill(canvas: HTMLCanvasElement, page: string): void {
    const { frame } = this.#options;
    const caption = frame.querySelector<HTMLElement>('[data-caption]')!;
    caption.textContent = fillTemplate(caption.dataset.caption ?? '', { page });
    frame.querySelector('canvas')?.remove();
    frame.prepend(canvas);
    this.#follow.hidden = !this.#isTapped;
    frame.hidden = false;
  }
}

/** The link inside the PDF that an event is about; undefined if it is about something else, or a link that leads out. */
function linkAt(target: EventTarget | null): HTMLAnchorElement | undefined {
  const link = target instanceof Element ? target.closest('.linkAnnotation')?.querySelector('a') : undefined;
  return link?.getAttribute('href')?.startsWith('#') ? link : undefined;
}

type Page = Awaited<ReturnType<PdfView['pdf']['getPage']>>;

/** In how many pixels a point of a preview is shown, so that the preview leaves most of the stage to the page. */
function scaleFor({ left, right, top, bottom }: Region, { clientWidth, clientHeight }: HTMLElement): number {
  const width = Math.min(clientWidth - 32, WIDEST);
  return Math.min(width / (right - left), (clientHeight * HEIGHT_SHARE) / (top - bottom), LARGEST_SCALE);
}

async function draw(page: Page, region: Region, { canvas, scale }: { canvas: HTMLCanvasElement; scale: number }): Promise<void> {
  const whole = page.getViewport({ scale: scale * devicePixelRatio, rotation: 0 });
  const [x, y] = whole.convertToViewportPoint(region.left, region.top) as [number, number];
  const viewport = page.getViewport({ scale: scale * devicePixelRatio, rotation: 0, offsetX: -x, offsetY: -y });
  canvas.width = Math.round((region.right - region.left) * scale * devicePixelRatio);
  canvas.height = Math.round((region.top - region.bottom) * scale * devicePixelRatio);
  canvas.style.width = `${canvas.width / devicePixelRatio}px`;
  await page.render({ canvas, viewport }).promise;
}

/** The words in a part of a page, for those who cannot see it. */
function textIn(lines: readonly PageLine[], { left, right, top, bottom }: Region): string {
  const isInside = (line: PageLine) => line.left < right && line.right > left && line.top <= top + 1 && line.bottom >= bottom - 1;
  return lines.filter(isInside).map(({ text }) => text).join(' '); // prettier-ignore
}

/** Puts a preview below a link, or above it where there is more room. */
function place(frame: HTMLElement, link: HTMLElement): void {
  const stage = frame.parentElement!.getBoundingClientRect();
  const at = link.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = frame;
  const left = Math.min(Math.max(at.left - stage.left - 24, 8), Math.max(stage.width - width - 8, 8));
  const below = at.bottom - stage.top + 6;
  const above = at.top - stage.top - height - 6;
  frame.style.insetInlineStart = `${left}px`;
  frame.style.insetBlockStart = `${below + height > stage.height && above > 0 ? above : below}px`;
}
