/** The kinds of CBOR items (RFC 8949) that stand in an index. */
export const cborTypes = { text: 3, array: 4 } as const;

/** The head of a CBOR item. */
export interface CborHead {
  readonly type: number;
  /** What the head says: the value of a number, the length of a text, how many items an array has. */
  readonly value: number;
  /** Where the item's content begins. */
  readonly next: number;
}

/** How many bytes of argument follow the first byte of a head, by its lower five bits from 24 on. */
const WIDTHS = [1, 2, 4, 8];
const TAG = 6;
const MAP = 5;
const BYTES = 2;

/** Reads the head of the item at a position. Fails where no item of definite length stands there. */
export function readHead(bytes: Uint8Array, position: number): CborHead {
  const first = bytes[position];
  if (first === undefined) throw new Error('A CBOR item ends early.');
  const short = first & 31;
  if (short < 24) return { type: first >> 5, value: short, next: position + 1 };
  const width = WIDTHS[short - 24];
  if (width === undefined) throw new Error('A CBOR item has no definite length.');
  const argument = bytes.subarray(position + 1, position + 1 + width);
  return { type: first >> 5, value: argument.reduce((value, byte) => value * 256 + byte, 0), next: position + 1 + width };
}

/** Where the item after the one at a position begins. */
export function skipItem(bytes: Uint8Array, position: number): number {
  let at = position;
  for (let left = 1; left > 0; left--) {
    const { type, value, next } = readHead(bytes, at);
    at = type === BYTES || type === cborTypes.text ? next + value : next;
    left += itemsIn(type, value);
  }
  return at;
}

function itemsIn(type: number, value: number): number {
  if (type === cborTypes.array) return value;
  if (type === MAP) return 2 * value;
  return type === TAG ? 1 : 0;
}

/** Where the items of the array at a position begin; its end is the last of them. */
export function itemStarts(bytes: Uint8Array, position: number): number[] {
  const { type, value, next } = readHead(bytes, position);
  if (type !== cborTypes.array) throw new Error('A CBOR item is no array.');
  const starts = [next];
  for (let item = 0; item < value; item++) starts.push(skipItem(bytes, starts[item]!));
  return starts;
}

/** The text at a position. */
export function readText(bytes: Uint8Array, position: number): string {
  const { type, value, next } = readHead(bytes, position);
  if (type !== cborTypes.text) throw new Error('A CBOR item is no text.');
  return new TextDecoder().decode(bytes.subarray(next, next + value));
}

/** A text as a CBOR item. */
export function writeText(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  return Buffer.concat([writeHead(cborTypes.text, bytes.length), bytes]);
}

/** The head of an item. */
export function writeHead(type: number, value: number): Uint8Array {
  if (value < 24) return Uint8Array.of((type << 5) | value);
  if (value < 2 ** 8) return Uint8Array.of((type << 5) | 24, value);
  if (value < 2 ** 16) return Uint8Array.of((type << 5) | 25, value >> 8, value & 255);
  return Uint8Array.of((type << 5) | 26, value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);
}
