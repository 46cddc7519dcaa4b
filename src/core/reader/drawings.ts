/** Pixels as a canvas gives them: red, green, blue and alpha of each, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: ArrayLike<number>;
}

/** A picture that takes at least this part of its page is a figure of its own. */
const FIGURE = 0.03;

/** The part of its place that a photograph or a heat map covers, and plots, icons, arrows and shadows do not. */
const COVERED = 0.61;

/** From this value on all three parts a color is that of paper; and by how much it may differ from another and still be the same. */
const PAPER = 250;
const SAME = 7;

/**
 * Whether a picture is a drawing: it is not large, and much of its place shows the paper, or what else it lies on.
 * @param area The part of the page that it takes, 0 to 1.
 * @param drawn Gives the picture as it is drawn on its page, with one more pixel on each side.
 */
export function isDrawing(area: number, drawn: () => Pixels): boolean {
  return area < FIGURE && covered(drawn()) < COVERED;
}

/** The part of the pixels, 0 to 1, that have neither the color of paper nor that around the picture. */
function covered({ width, height, data }: Pixels): number {
  const ground = colorAround({ width, height, data });
  let count = 0;
  for (let at = 0; at < data.length; at += 4) {
    const isPaper = Math.min(data[at]!, data[at + 1]!, data[at + 2]!) >= PAPER;
    if (!isPaper && ground.some((value, part) => Math.abs(value - data[at + part]!) > SAME)) count++;
  }
  return count / (width * height);
}

/** The color that most of the outermost pixels share. */
function colorAround({ width, height, data }: Pixels): number[] {
  const colors = new Map<string, { readonly color: number[]; count: number }>();
  for (let pixel = 0; pixel < width * height; pixel++) {
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    if (x > 0 && x < width - 1 && y > 0 && y < height - 1) continue;
    const color = [0, 1, 2].map((part) => data[4 * pixel + part]!);
    const key = color.map((value) => value >> 3).join();
    const known = colors.get(key) ?? { color, count: 0 };
    known.count++;
    colors.set(key, known);
  }
  return [...colors.values()].reduce((most, other) => (other.count > most.count ? other : most)).color;
}
