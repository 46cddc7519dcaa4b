import type { GenericL10n } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
import { fillTemplate } from '../../core/text/template.ts';

/** Gives every page of a viewer its name for screen readers. */
export function namePages(viewer: Element, template: string): void {
  for (const page of viewer.querySelectorAll<HTMLElement>('.page[data-page-number]'))
    page.setAttribute('aria-label', fillTemplate(template, { page: page.dataset.pageNumber ?? '' }));
}

const asked = async (): Promise<void> => {};

const silent: Pick<GenericL10n, 'getLanguage' | 'getDirection' | 'get' | 'translate' | 'translateOnce' | 'destroy' | 'pause' | 'resume'> = {
  getLanguage: () => document.documentElement.lang,
  getDirection: () => 'ltr',
  get: async () => '',
  translate: asked,
  translateOnce: asked,
  destroy: asked,
  pause: () => undefined,
  resume: () => undefined,
};

/** Stands in for pdf.js's own translations, which know only English here and would overwrite the names of the pages. */
// pdf.js asks for its class, whose private fields no other object can have, but calls only these methods.
export const noTranslations = silent as GenericL10n;
