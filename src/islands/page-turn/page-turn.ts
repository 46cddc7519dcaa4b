import { fetchAhead } from '../pdf-reader/ahead.ts';
import { dressHead, findStyles } from './head.ts';

/** The site's base path, once pages follow one another here. */
let base: string | undefined;

/** The path of the page that is shown. */
let shown = location.pathname;

/**
 * From now on the pages of the site follow one another within this document, so that scripts and threads which took long to load
 * stay at work. Addresses, history, scroll position and focus are the browser's own; one without the Navigation API leaves the page.
 * @param root The site's base path, with a slash at its end.
 */
export function turnPagesHere(root: string): void {
  if (base !== undefined || !('navigation' in window)) return;
  base = root;
  navigation.addEventListener('navigate', follow);
}

function follow(event: NavigateEvent): void {
  const to = new URL(event.destination.url);
  const isTurning = leadsToPage(event, to) && mayLeave();
  // Until the page is there, the address is ahead of what is shown.
  document.documentElement.toggleAttribute('data-turning', isTurning);
  if (isTurning) event.intercept({ handler: () => turn(to, event.signal) });
}

function leadsToPage({ canIntercept, downloadRequest, formData, navigationType }: NavigateEvent, to: URL): boolean {
  const isLink = canIntercept && downloadRequest === null && !formData && navigationType !== 'reload';
  const isPage = to.origin === location.origin && to.pathname.startsWith(base!) && to.pathname.endsWith('/');
  return isLink && isPage && to.pathname !== shown;
}

/** Whether nothing on the page would be lost. Otherwise the browser leaves the page, and asks first. */
function mayLeave(): boolean {
  return dispatchEvent(new Event('beforeunload', { cancelable: true }));
}

async function turn(to: URL, signal: AbortSignal): Promise<void> {
  try {
    const page = await fetchPage(to, signal);
    fetchAhead(page, to.hash);
    // Shown, the page's body is no longer its own.
    const scripts = scriptsOf(page);
    await findStyles(page);
    if (signal.aborted) return;
    show(page, to);
    await Promise.all(scripts.map((script) => import(/* @vite-ignore */ script)));
  } catch {
    // Another version of the site, a page that is not there, no connection: the browser knows what to do.
    if (!signal.aborted) location.reload();
  }
}

async function fetchPage(to: URL, signal: AbortSignal): Promise<Document> {
  const response = await fetch(to, { signal });
  if (!response.ok || response.redirected) throw new Error(`${to.href} cannot be shown in place`);
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

/** The addresses of a page's scripts; one that has run already does not run again. */
function scriptsOf(page: Document): string[] {
  return [...page.querySelectorAll<HTMLScriptElement>('script[type="module"][src]')].map((script) => script.getAttribute('src')!);
}

function show(page: Document, to: URL): void {
  const root = document.documentElement;
  for (const { name, value } of page.documentElement.attributes) root.setAttribute(name, value);
  // As the script in a page's head does.
  if (to.hash === '') delete root.dataset.place;
  else root.dataset.place = '';
  dressHead(page);
  document.body.replaceWith(document.adoptNode(page.body));
  shown = to.pathname;
  delete root.dataset.turning;
  announce();
}

/** How long a screen reader takes to notice a new region, in milliseconds. */
const NOTICED = 100;

/** Says the title of the page, as screen readers do when a page is loaded. */
function announce(): void {
  const region = document.createElement('p');
  region.className = 'visually-hidden';
  region.ariaLive = 'assertive';
  (document.querySelector('main') ?? document.body).append(region);
  setTimeout(() => (region.textContent = document.title), NOTICED);
}
