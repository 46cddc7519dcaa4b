/**
 * Points a note's page citations, written `[p. 4](#page=4)`, to where its PDF is read.
 * @param html HTML that the Markdown pipeline made.
 * @param readerUrl The reader's address; empty on the reader's own page.
 */
export function linkPages(html: string, readerUrl: string): string {
  return html.replaceAll('<a href="#page=', `<a data-page-link href="${readerUrl}#page=`);
}
