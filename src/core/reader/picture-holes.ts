/** A rectangle on a page, each side as a part of the page's width or height, from the page's upper left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The style by which pdf.js marks the place of a picture: percents of the page, and how the picture is turned about its corner. */
export interface PictureStyle {
  readonly left: string;
  readonly top: string;
  readonly width: string;
  readonly height: string;
  /** `matrix(a, b, c, d, 0, 0)`. */
  readonly transform: string;
}

/** A picture that takes at least this part of its page is the page itself, as in a scan. */
const WHOLE_PAGE = 0.5;

/**
 * Where a picture stands; undefined if the style tells no place.
 * @param aspect The page's width divided by its height.
 */
export function pictureBox(style: PictureStyle, aspect: number): Box | undefined {
  const [left, top, width, height] = [style.left, style.top, style.width, style.height].map((text) => Number.parseFloat(text) / 100);
  const [a = 1, b = 0, c = 0, d = 1] = style.transform.replace(/^matrix\(|\)$/g, '').split(',').map(Number); // prettier-ignore
  const across = [0, a * width!, (c * height!) / aspect, a * width! + (c * height!) / aspect];
  const down = [0, b * width! * aspect, d * height!, b * width! * aspect + d * height!];
  const box = {
    left: left! + Math.min(...across),
    top: top! + Math.min(...down),
    right: left! + Math.max(...across),
    bottom: top! + Math.max(...down),
  };
  return Object.values(box).every(Number.isFinite) ? box : undefined;
}

/**
 * A page without its pictures, as a shape for CSS: the whole page with a hole for each picture.
 * @returns undefined where there is no picture to leave out.
 */
export function pictureHoles(pictures: readonly Box[]): string | undefined {
  const kept = withoutOverlap(pictures.filter((picture) => areaOf(picture) < WHOLE_PAGE));
  if (kept.length === 0) return undefined;
  const page = ['0% 0%', '100% 0%', '100% 100%', '0% 100%', '0% 0%'];
  return `polygon(evenodd, ${[...page, ...kept.flatMap(hole)].join(', ')})`;
}

/** The same area as boxes of which no two share any of it; where three overlap, the shape would be whole again. */
function withoutOverlap(boxes: readonly Box[]): Box[] {
  const apart: Box[] = [];
  for (const box of boxes) apart.push(...apart.reduce<Box[]>((parts, other) => parts.flatMap((part) => subtract(part, other)), [box]));
  return apart;
}

/** What is left of a box without another: up to four boxes around it. */
function subtract(box: Box, other: Box): Box[] {
  const [left, right] = [Math.max(box.left, other.left), Math.min(box.right, other.right)];
  const [top, bottom] = [Math.max(box.top, other.top), Math.min(box.bottom, other.bottom)];
  if (left >= right || top >= bottom) return [box];
  const around = [
    { ...box, bottom: top },
    { ...box, top: bottom },
    { left: box.left, right: left, top, bottom },
    { left: right, right: box.right, top, bottom },
  ];
  return around.filter((part) => areaOf(part) > 0);
}

/** The part of the page that a rectangle takes, 0 to 1. */
export function areaOf({ left, top, right, bottom }: Box): number {
  return Math.max(right - left, 0) * Math.max(bottom - top, 0);
}

/** The way around a hole, from the page's corner and back to it. */
function hole({ left, top, right, bottom }: Box): string[] {
  const corners = [
    [left, top],
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
    [0, 0],
  ] as const;
  return corners.map(([x, y]) => `${percent(x)} ${percent(y)}`);
}

function percent(part: number): string {
  return `${Number((Math.min(Math.max(part, 0), 1) * 100).toFixed(3))}%`;
}
