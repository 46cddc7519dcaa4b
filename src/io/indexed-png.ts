import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MOST_COLORS = 256;
/** How finely colors are told apart at first, as the distance between two values of a channel. */
const FIRST_STEP = 8;

/** Pixels of a picture, four bytes each, in rows: red, green, blue and an opacity that is not looked at. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray | Uint8Array;
}

/**
 * A picture of few colors as PNG with a palette, a fifth of the size of one without. Shades too close to tell apart
 * become one until at most 256 are left. Follows https://www.w3.org/TR/png-3/.
 */
export function encodeIndexedPng(pixels: Pixels): Buffer {
  const { palette, indexes } = indexColors(pixels);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(pixels.width, 0);
  header.writeUInt32BE(pixels.height, 4);
  // Eight bits a pixel, colors by palette.
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(indexes, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

interface Indexed {
  readonly palette: Buffer;
  /** Rows of indexes, each after a byte that says that they are not filtered. */
  readonly indexes: Buffer;
}

function indexColors(pixels: Pixels): Indexed {
  for (let step = FIRST_STEP; ; step *= 2) {
    const indexed = indexWith(pixels, step);
    if (indexed) return indexed;
  }
}

function indexWith({ width, height, data }: Pixels, step: number): Indexed | undefined {
  const shades = new Map<number, number>();
  // The first of the shades that become one stands for all, so that plain areas keep their exact color.
  const palette: number[] = [];
  const indexes = Buffer.alloc((width + 1) * height);
  const near = (value: number) => Math.floor(value / step);
  for (let row = 0, source = 0; row < height; row++) {
    for (let column = 0; column < width; column++, source += 4) {
      const shade = (near(data[source]!) << 16) | (near(data[source + 1]!) << 8) | near(data[source + 2]!);
      const known = shades.get(shade);
      const index = known ?? shades.size;
      if (index >= MOST_COLORS) return undefined;
      if (known === undefined) {
        shades.set(shade, index);
        palette.push(...data.subarray(source, source + 3));
      }
      indexes[row * (width + 1) + 1 + column] = index;
    }
  }
  return { palette: Buffer.from(palette), indexes };
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
