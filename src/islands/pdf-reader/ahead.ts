import { parseOpeningParts } from '../../core/reader/opening-parts.ts';
import { PartialFile } from './partial-file.ts';
import { readyThread } from './pdf-worker.ts';
import { loadStyles } from './viewer-styles.ts';

/** A link in the head of a reader's page, which names its PDF and the parts of it that come first. */
const LINK = 'link[rel="alternate"][type="application/pdf"][data-parts]';

let file: PartialFile | undefined;

/**
 * Begins to fetch the parts of a reader page's PDF that come first; without a link that names them, nothing.
 * @param page The page; default the one that is shown.
 * @param hash What its address asks for, with the `#`; empty for its beginning.
 */
export function fetchAhead(page: ParentNode = document, hash = location.hash): void {
  const link = page.querySelector<HTMLLinkElement>(LINK);
  const parts = parseOpeningParts(link?.dataset.parts ?? '');
  const url = link && absolute(link.getAttribute('href') ?? '');
  if (!url || !parts || file?.url === url) return;
  const { length, index, firstPage } = parts;
  file?.close();
  file = new PartialFile({ url, length, first: hash === '' ? [...index, ...firstPage] : index });
}

/** Hands over a file whose first parts are on their way; undefined if it is not known which they are. */
export function takeAhead(url: string): PartialFile | undefined {
  fetchAhead();
  if (file?.url !== absolute(url)) return undefined;
  const taken = file;
  file = undefined;
  return taken;
}

function absolute(url: string): string {
  return new URL(url, location.href).href;
}

// The first script that a reader's page runs, before the rest of the page is there. Where there is no PDF to come, there is nothing to ready.
if (document.querySelector(LINK)) {
  fetchAhead();
  readyThread();
  void loadStyles().catch(() => undefined);
  void import('./viewer.ts').catch(() => undefined);
}
