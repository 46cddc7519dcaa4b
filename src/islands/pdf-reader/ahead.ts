import { parseOpeningParts } from '../../core/reader/opening-parts.ts';
import { PartialFile } from './partial-file.ts';
import { readyThread } from './pdf-worker.ts';
import { loadStyles } from './viewer-styles.ts';

/** A link in the head of a reader's page, which names its PDF and the parts of it that come first. */
const LINK = 'link[rel="alternate"][type="application/pdf"][data-parts]';

let file: PartialFile | undefined;

/** Begins to fetch the parts of the page's PDF that come first; without a link that names them, nothing. */
export function fetchAhead(): void {
  const link = document.querySelector<HTMLLinkElement>(LINK);
  const parts = parseOpeningParts(link?.dataset.parts ?? '');
  if (!link || !parts || file?.url === link.href) return;
  const { length, index, firstPage } = parts;
  file?.close();
  file = new PartialFile({ url: link.href, length, first: location.hash === '' ? [...index, ...firstPage] : index });
}

/** Hands over a file whose first parts are on their way; undefined if it is not known which they are. */
export function takeAhead(url: string): PartialFile | undefined {
  fetchAhead();
  if (file?.url !== new URL(url, location.href).href) return undefined;
  const taken = file;
  file = undefined;
  return taken;
}

// The first script that a reader's page runs, before the rest of the page is there.
fetchAhead();
readyThread();
void loadStyles().catch(() => undefined);
void import('./viewer.ts').catch(() => undefined);
