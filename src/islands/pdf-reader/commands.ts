import type { ReaderCommand } from '../../core/reader/keys.ts';
import type { ReaderLocation } from '../../core/reader/location.ts';
import { clampPage } from '../../core/reader/page-number.ts';
import { zoomIn, zoomOut } from '../../core/reader/zoom.ts';
import type { PdfView } from './pdf-view.ts';

/** What the commands of the reader act upon. */
export interface CommandTarget {
  readonly view: Pick<PdfView, 'goTo' | 'count' | 'page' | 'scale' | 'zoom' | 'isSpread'>;
  /** Goes to a place that may be far away, in a way that Back undoes. */
  readonly jump: (place: ReaderLocation) => void;
}

/** What the commands do that need nothing but the pages. */
export function pageCommands({ view, jump }: CommandTarget): Partial<Record<ReaderCommand, () => void>> {
  const turn = (direction: 1 | -1) => view.goTo({ page: clampPage(view.page + direction * (view.isSpread ? 2 : 1), view.count) });
  return {
    'next-page': () => turn(1),
    'previous-page': () => turn(-1),
    'first-page': () => jump({ page: 1 }),
    'last-page': () => jump({ page: view.count }),
    'zoom-in': () => (view.zoom = zoomIn(view.scale)),
    'zoom-out': () => (view.zoom = zoomOut(view.scale)),
    'fit-width': () => (view.zoom = 'page-width'),
    'fit-page': () => view.goTo({ page: view.page, zoom: 'page-fit' }),
    back: () => history.back(),
  };
}
