/** A part of a page, in the page's own units: from its lower left corner, upward. */
export interface Region {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** How much of a page is shown around a destination, in points. */
const WIDTH = 430;
const HEIGHT_OF_REFERENCE = 96;
const HEIGHT = 210;
/** A destination is the upper left corner of what it names; a little before it is shown too. */
const MARGIN = 8;

/**
 * The part of a page to show for a destination.
 * @param view The destination written out, as ISO 32000-2, 12.3.2.2 has it: the page, the kind, and the kind's numbers.
 * @param page The whole page.
 * @param isReference Whether it is an entry of the list of references, of which a few lines are enough.
 */
export function previewRegion(view: readonly unknown[], page: Region, isReference: boolean): Region {
  const [left, top] = cornerOf(view);
  const height = isReference ? HEIGHT_OF_REFERENCE : HEIGHT;
  const width = Math.min(WIDTH, page.right - page.left);
  const x = clamp((left ?? page.left) - MARGIN, page.left, page.right - width);
  const y = clamp((top ?? page.top) + MARGIN, Math.min(page.bottom + height, page.top), page.top);
  return { left: x, right: x + width, top: y, bottom: Math.max(y - height, page.bottom) };
}

function cornerOf([, kind, ...numbers]: readonly unknown[]): readonly [left?: number, top?: number] {
  const name = (kind as { name?: unknown } | undefined)?.name;
  const at = (index: number) => (typeof numbers[index] === 'number' ? numbers[index] : undefined);
  if (name === 'XYZ') return [at(0), at(1)];
  if (name === 'FitH' || name === 'FitBH') return [undefined, at(0)];
  if (name === 'FitR') return [at(0), at(3)];
  return [];
}

function clamp(value: number, min: number, max: number): number {
  return Math.max(min, Math.min(value, max));
}
