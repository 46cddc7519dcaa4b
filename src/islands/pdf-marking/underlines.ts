const HIGHLIGHT = '/Subtype /Highlight';
const UNDERLINE = '/Subtype /Underline';

/** How many bytes behind the name of its kind an annotation's rectangle may stand. */
const REACH = 400;

/**
 * Turns annotations that pdf.js wrote as highlights, the only kind of this shape that it writes, into underlines. The two names have
 * the same length, so that nothing in the file moves.
 * @param bytes A PDF with annotations written at its end; it is changed.
 * @param rects The rectangles of the annotations that are meant.
 */
export function asUnderlines<Bytes extends Uint8Array>(bytes: Bytes, rects: readonly (readonly number[])[]): Bytes {
  if (rects.length === 0) return bytes;
  // One character for each byte, so that places in the text are places in the file.
  const text = new TextDecoder('latin1').decode(bytes);
  for (let at = text.lastIndexOf(HIGHLIGHT); at >= 0; at = at === 0 ? -1 : text.lastIndexOf(HIGHLIGHT, at - 1)) {
    const rect = /\/Rect \[([^\]]*)\]/
      .exec(text.slice(at, at + REACH))?.[1]
      ?.trim()
      .split(/\s+/)
      .map(Number);
    if (rect && rects.some((wanted) => wanted.every((value, index) => Math.abs(value - rect[index]!) < 0.02)))
      bytes.set(new TextEncoder().encode(UNDERLINE), at);
  }
  return bytes;
}
