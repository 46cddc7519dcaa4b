import type { PdfView } from './pdf-view.ts';

/** How long nothing must be drawn or scrolled before memory is let go of, in milliseconds. */
const IDLE = 10_000;

/**
 * Lets go of what pages were drawn from, their fonts, pictures and instructions, when nothing is drawn for a while and when the tab
 * is out of sight. What is drawn stays on the screen; what is drawn next is read anew from what has been fetched.
 */
export function watchIdleness(view: PdfView, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  // A page that is being drawn keeps what it needs, and the rest goes with it the next time.
  const letGo = () => void view.pdf.cleanup().catch(() => undefined);
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(letGo, IDLE);
  };
  view.on('pagerendered', wait);
  view.on('updateviewarea', wait);
  document.addEventListener('visibilitychange', () => document.hidden && letGo(), { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
}
