import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import { encodeIndexedPng } from './indexed-png.ts';
import { CARD_HEIGHT, CARD_WIDTH } from '../core/site/urls.ts';

/** What a picture says. */
export interface CardText {
  readonly title: string;
  /** The title in the other language. */
  readonly second?: string | undefined;
  /** A line below the titles, such as the authors. */
  readonly by?: string | undefined;
  /** A line at the foot, such as the venue. */
  readonly facts?: string | undefined;
  /** The name of the site. */
  readonly site: string;
}

const MARGIN = 80; // pixels
const WIDTH = CARD_WIDTH - 2 * MARGIN;
const COLORS = { paper: '#fdfcf9', ink: '#22201c', soft: '#5c564c', accent: '#0d5c4d' } as const;

/** Draws a picture of 1200 × 630 pixels as PNG, with fonts that come with the project, so that it is the same on every machine. */
export function drawCard({ title, second, by, facts, site }: CardText): Buffer {
  const canvas = createCanvas(CARD_WIDTH, CARD_HEIGHT);
  const context = canvas.getContext('2d');
  context.fillStyle = COLORS.paper;
  context.fillRect(0, 0, CARD_WIDTH, CARD_HEIGHT);
  context.fillStyle = COLORS.accent;
  context.fillRect(0, 0, CARD_WIDTH, 16);
  context.textBaseline = 'alphabetic';
  let bottom = write(context, [site], { size: 30, weight: 600, color: COLORS.accent, top: 56 });
  const heading = fit(context, title, { sizes: [64, 56, 48, 42, 36], weight: 600, lines: second ? 3 : 4 });
  bottom = write(context, heading.lines, { size: heading.size, weight: 600, color: COLORS.ink, top: bottom + 28 });
  if (second) {
    const other = fit(context, second, { sizes: [40, 34, 30], weight: 400, lines: 2 });
    write(context, other.lines, { size: other.size, weight: 400, color: COLORS.soft, top: bottom + 16 });
  }
  const foot = fit(context, facts ?? '', { sizes: [30], weight: 600, lines: 1 }).lines;
  const names = fit(context, by ?? '', { sizes: [30, 26], weight: 400, lines: 1 }).lines;
  write(context, names, { size: 30, weight: 400, color: COLORS.soft, top: CARD_HEIGHT - 148 });
  write(context, foot, { size: 30, weight: 600, color: COLORS.accent, top: CARD_HEIGHT - 100 });
  return encodeIndexedPng(context.getImageData(0, 0, CARD_WIDTH, CARD_HEIGHT));
}

interface Style {
  readonly size: number;
  readonly weight: number;
  readonly color: string;
  /** Where the first line begins, in pixels. */
  readonly top: number;
}

/** Writes lines below one another and gives where the last one ends. */
function write(context: SKRSContext2D, lines: readonly string[], { size, weight, color, top }: Style): number {
  const height = size * 1.25;
  setFont(context, size, weight);
  context.fillStyle = color;
  lines.forEach((line, index) => context.fillText(line, MARGIN, top + height * index + size));
  return top + height * lines.length;
}

/** Faces that are asked second take their weight from nowhere else. */
function setFont(context: SKRSContext2D, size: number, weight: number): void {
  context.font = `${weight} ${size}px ${families()}`;
  context.fontVariationSettings = `"wght" ${weight}`;
}

interface Limits {
  readonly sizes: readonly number[];
  readonly weight: number;
  readonly lines: number;
}

/** The largest of the sizes at which a text takes no more than so many lines; the smallest, cut short, if none will do. */
function fit(context: SKRSContext2D, text: string, { sizes, weight, lines }: Limits): { size: number; lines: string[] } {
  let fitted = { size: sizes[0]!, lines: [] as string[] };
  for (const size of sizes) {
    setFont(context, size, weight);
    fitted = { size, lines: breakLines(context, text) };
    if (fitted.lines.length <= lines) return fitted;
  }
  const kept = fitted.lines.slice(0, lines);
  kept[lines - 1] = `${kept[lines - 1]!.slice(0, -1).trimEnd()}…`;
  return { size: fitted.size, lines: kept };
}

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** Lines no wider than the picture allows, broken between words; no line begins with a mark that closes. */
function breakLines(context: SKRSContext2D, text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    if (line === '' || context.measureText(line + piece.trimEnd()).width <= WIDTH) line += piece;
    else {
      lines.push(line.trimEnd());
      line = piece;
    }
  }
  return [...lines, line.trim()].filter(Boolean);
}

/** What must not be torn apart: in Chinese a word with the marks after it, in other scripts all up to the next space. */
function pieces(text: string): string[] {
  const found: string[] = [];
  for (const { segment } of words.segment(text.replace(/\s+/g, ' '))) {
    const last = found.at(-1);
    const opensLine =
      /^\p{Script=Han}/u.test(segment) || last === undefined || /\s$/.test(last) || /[\p{Script=Han}，。：；、）]$/u.test(last);
    if (opensLine && !/^[\p{Pe}\p{Po}\p{Pf}\s]/u.test(segment)) found.push(segment);
    else found[found.length - 1] = `${last ?? ''}${segment}`;
  }
  return found;
}

let registered: string | undefined;

/** The font families, in the order in which they are asked for a character; they are registered once. */
function families(): string {
  registered ??= registerFonts();
  return registered;
}

function registerFonts(): string {
  const packages = createRequire(import.meta.url);
  const own = join(import.meta.dirname, '../styles/fonts');
  const chinese = join(dirname(packages.resolve('@fontsource-variable/noto-serif-sc/package.json')), 'files');
  const files = [
    ...readdirSync(own)
      .filter((name) => name.endsWith('.woff2') && !name.includes('italic'))
      .map((name) => join(own, name)),
    ...readdirSync(chinese)
      .filter((name) => name.endsWith('wght-normal.woff2'))
      .map((name) => join(chinese, name)),
  ];
  return files
    .map((file, index) => {
      GlobalFonts.register(readFileSync(file), `card-${index}`);
      return `card-${index}`;
    })
    .join(', ');
}
