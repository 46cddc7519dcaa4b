/** A rectangle on a page, each side as a part of the page's width or height, from the page's upper left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A picture that takes at least this part of its page is the page itself, as in a scan. */
const WHOLE_PAGE = 0.5;

/** A picture that takes less than this part of a page's width or height is a rule or a bullet. */
const LEAST = 0.02;

/**
 * Where the pictures of a page stand.
 * @param corners Three corners of each, one after another, in parts of the page's width and height.
 * @param turn By how many degrees the page was turned clockwise since then: 0, 90, 180 or 270.
 */
export function pictureBoxes(corners: ArrayLike<number>, turn: number): Box[] {
  const boxes = Array.from({ length: Math.floor(corners.length / 6) }, (_, index) => {
    const [x1, y1, x2, y2, x3, y3] = Array.from({ length: 6 }, (__, part) => corners[6 * index + part]!) as [number, number, number, number, number, number]; // prettier-ignore
    const [across, down] = [[x1, x2, x3, x2 + x3 - x1], [y1, y2, y3, y2 + y3 - y1]]; // prettier-ignore
    return { left: Math.min(...across), top: Math.min(...down), right: Math.max(...across), bottom: Math.max(...down) };
  });
  const turned = boxes.map((box) => Array.from({ length: turn / 90 }).reduce<Box>(quarterTurn, box));
  return turned.filter(({ left, top, right, bottom }) => right - left >= LEAST && bottom - top >= LEAST);
}

/** A rectangle on a page that is turned clockwise by a right angle. */
function quarterTurn({ left, top, right, bottom }: Box): Box {
  return { left: 1 - bottom, top: left, right: 1 - top, bottom: right };
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
