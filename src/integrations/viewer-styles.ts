import type { Plugin } from 'postcss';

/** The parts of pdf.js's viewer that the reader does not show: its editors, dialogs, side bars, forms in XFA. */
const UNSHOWN_CLASSES = [
  ...['annotationEditorLayer', 'basicColorPicker', 'colorPicker', 'commentPopup', 'dialog', 'editDescription', 'editorParamsToolbar'],
  ...['messageBar', 'newBadge', 'pdfPresentationMode', 'popupMenu', 'primaryButton', 'secondaryButton', 'sidebar', 'sidebarCommentText'],
  ...['signatureDialog', 'toggle-button', 'treeView', 'xfa\\w+'],
];

/** A selector that begins with one of these, or with an id: only those parts have ids. */
const UNSHOWN = new RegExp(`^(?:#|\\.(?:${UNSHOWN_CLASSES.join('|')})(?![\\w-]))`);

/** Leaves out of pdf.js's style sheet what the reader never shows, which is most of it. */
export const withoutUnshownParts: Plugin = {
  postcssPlugin: 'without-unshown-parts',
  Rule(rule) {
    if (!rule.source?.input.file?.endsWith('pdf_viewer.css')) return;
    const isTop = rule.parent?.type === 'root' || rule.parent?.type === 'atrule';
    if (isTop && rule.selectors.every((selector) => UNSHOWN.test(selector))) rule.remove();
  },
};
