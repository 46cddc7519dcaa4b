import type { ReaderCommand } from '../../core/reader/keys.ts';
import { clampPage } from '../../core/reader/page-number.ts';
import { zoomIn, zoomOut } from '../../core/reader/zoom.ts';
import type { PdfView } from './pdf-view.ts';

/** What the commands of the reader act upon. */
export interface CommandTarget {
  readonly view: Pick<PdfView, 'goTo' | 'count' | 'page' | 'scale' | 'zoom'>;
  /** Goes to a page that may be far away, in a way that Back undoes. */
  readonly jump: (page: number) => void;
}

/** Does what a button or a key stands for. */
export function runCommand({ view, jump }: CommandTarget, command: ReaderCommand): void {
  const turn = (pages: number) => view.goTo({ page: clampPage(view.page + pages, view.count) });
  const commands: Readonly<Record<ReaderCommand, () => void>> = {
    'next-page': () => turn(1),
    'previous-page': () => turn(-1),
    'first-page': () => jump(1),
    'last-page': () => jump(view.count),
    'zoom-in': () => (view.zoom = zoomIn(view.scale)),
    'zoom-out': () => (view.zoom = zoomOut(view.scale)),
    'fit-width': () => (view.zoom = 'page-width'),
    'fit-page': () => (view.zoom = 'page-fit'),
  };
  commands[command]();
}
