/** How many pages a PDF has; undefined where it cannot be read to its end. */
export async function countPages(bytes: Uint8Array): Promise<number | undefined> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // pdf.js takes the buffer away from whoever hands it in.
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS, useSystemFonts: true });
  try {
    return (await task.promise).numPages;
  } catch {
    return undefined;
  } finally {
    await task.destroy();
  }
}
