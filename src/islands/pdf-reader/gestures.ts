import { TouchManager } from 'pdfjs-dist/legacy/build/pdf.min.mjs';
import { wheelFactor } from '../../core/reader/zoom.ts';
import type { PdfView } from './pdf-view.ts';

/** Smaller changes of size than this are saved up: pdf.js rounds scales to whole percents. */
const LEAST_CHANGE = 0.01;

/** Lets Ctrl and the wheel, and two fingers on a trackpad or a screen, zoom the pages around the pointer. */
export function watchGestures(view: PdfView, signal: AbortSignal): void {
  const zoomAt = zoomer(view);
  view.container.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      zoomAt(wheelFactor(event), [event.clientX, event.clientY]);
    },
    { signal, passive: false },
  );
  new TouchManager({
    container: view.container,
    onPinching: (center: [number, number], before: number, now: number) => zoomAt(now / before, center),
    signal,
  });
}

/** Zooms around a point of the screen, saving up changes that are too small to show. */
function zoomer(view: PdfView): (factor: number, center: readonly [number, number]) => void {
  let saved = 1;
  return (factor, [x, y]) => {
    saved *= factor;
    if (Math.abs(saved - 1) < LEAST_CHANGE / view.scale) return;
    const { left, top } = view.container.getBoundingClientRect();
    view.zoomBy(saved, [x - left, y - top]);
    saved = 1;
  };
}
