import type { PdfView } from './pdf-view.ts';

/** Says on a page that could not be drawn that it could not, and offers to try again. */
export function watchBrokenPages(view: PdfView, template: HTMLTemplateElement): void {
  view.on('pagerendered', ({ pageNumber, error }) => {
    const page = view.pageView(pageNumber)?.div;
    page?.querySelector('[data-broken-page]')?.remove();
    if (!page || !error) return;
    const notice = template.content.firstElementChild!.cloneNode(true) as HTMLElement;
    notice.querySelector('button')?.addEventListener('click', () => {
      notice.remove();
      view.pageView(pageNumber)?.reset();
      view.refit();
    });
    page.append(notice);
  });
}
