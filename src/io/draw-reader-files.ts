import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { parentPort } from 'node:worker_threads';
import type { SKRSContext2D } from '@napi-rs/canvas';
import type * as PdfJs from 'pdfjs-dist';
import { joinPieces } from '../core/annotation/page-text.ts';
import { PIECE } from '../core/reader/opening-parts.ts';
import type { ReaderFiles } from './reader-files.ts';
import { recordFile } from './recorded-file.ts';

/** How many pixels of a poster stand for a point. The largest zoom that follows the window shows 5/3 CSS pixels a point. */
const POSTER_SCALE = 4 / 3;

/** So many levels of gray, or of each of the three colors, are enough for print; what differs by more than this from gray is a color. */
const LEVELS = 4;
const COLOR = 40;

/** If more than this share of a page has color, it has pictures; the quality is that of its WebP, of 100. */
const COLORFUL = 0.03;
const QUALITY = 55;
const LOSSLESS = 100;

const packageFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const assets = (name: string) => join(packageFolder, name) + sep;

/** This file runs on a thread of its own: it is given PDFs one after another and answers each with its files, or with what is wrong. */
parentPort?.on('message', (data: Uint8Array) => {
  make(data).then(
    (files) => parentPort?.postMessage({ files }),
    (error: unknown) => parentPort?.postMessage({ error: String(error) }),
  );
});

async function make(data: Uint8Array): Promise<ReaderFiles> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const file = recordFile(pdfjs, data);
  const task = pdfjs.getDocument({
    range: file.transport,
    rangeChunkSize: PIECE,
    disableAutoFetch: true,
    disableStream: true,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    cMapUrl: assets('cmaps'),
    standardFontDataUrl: assets('standard_fonts'),
    wasmUrl: assets('wasm'),
    iccUrl: assets('iccs'),
    useSystemFonts: false,
    disableFontFace: true,
  });
  try {
    const pdf = await task.promise;
    await readIndex(pdf);
    const index = file.take();
    // Without its pictures, a PDF can still be read and searched.
    const poster = await drawPoster(pdf).catch(() => undefined);
    await readWhatIsShown(await pdf.getPage(1));
    const parts = { length: data.length, index, firstPage: file.take() };
    const pages: string[] = [];
    for (let number = 1; number <= pdf.numPages; number++) pages.push(await readPage(pdf, number));
    const texts = { reader: pdfjs.version, fingerprint: pdf.fingerprints[0]!, pages };
    return { texts, parts, ...(poster && { poster }) };
  } finally {
    await task.destroy();
  }
}

/** Asks for what the viewer asks for before it draws a page; what a file lacks or has damaged it can do without. */
async function readIndex(pdf: PdfJs.PDFDocumentProxy): Promise<void> {
  await Promise.allSettled([pdf.getPage(1), pdf.getPageLabels(), pdf.getOptionalContentConfig(), pdf.getPermissions()]);
}

/** Asks for what the viewer shows of a page beside its picture. */
async function readWhatIsShown(page: PdfJs.PDFPageProxy): Promise<void> {
  await Promise.allSettled([page.getTextContent(), page.getAnnotations(), page.getStructTree()]);
}

async function readPage(pdf: PdfJs.PDFDocumentProxy, number: number): Promise<string> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent({ disableNormalization: true });
  page.cleanup();
  return joinPieces(items.filter((item) => 'str' in item)).text;
}

/** No poster is larger, in pixels: it is for pages of paper. */
const LARGEST = 2000;

async function drawPoster(pdf: PdfJs.PDFDocumentProxy): Promise<Uint8Array | undefined> {
  const { createCanvas } = await import('@napi-rs/canvas');
  const page = await pdf.getPage(1);
  const viewport = page.getViewport({ scale: POSTER_SCALE });
  if (Math.max(viewport.width, viewport.height) > LARGEST) return undefined;
  const canvas = createCanvas(Math.floor(viewport.width), Math.floor(viewport.height));
  // pdf.js draws on it as on a browser's canvas.
  await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise;
  const isPrint = reduceColors(canvas.getContext('2d'), canvas);
  return canvas.encode('webp', isPrint ? LOSSLESS : QUALITY);
}

/** Leaves a few grays and colors of a page of print, which makes it small; returns false, and leaves it alone, if it has pictures. */
function reduceColors(context: SKRSContext2D, { width, height }: { width: number; height: number }): boolean {
  const image = context.getImageData(0, 0, width, height);
  const { data } = image;
  let colored = 0;
  for (let at = 0; at < data.length; at += 4) {
    const [red, green, blue] = [data[at]!, data[at + 1]!, data[at + 2]!];
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > COLOR) {
      colored++;
      data.set([leveled(red), leveled(green), leveled(blue)], at);
    } else data.fill(leveled(0.299 * red + 0.587 * green + 0.114 * blue), at, at + 3);
  }
  if (colored > COLORFUL * width * height) return false;
  context.putImageData(image, 0, 0);
  return true;
}

/** The level nearest to a shade from 0 to 255. */
function leveled(shade: number): number {
  return Math.round((Math.round((shade / 255) * (LEVELS - 1)) / (LEVELS - 1)) * 255);
}
