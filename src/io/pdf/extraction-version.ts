import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** The folders, beside this file, whose code decides what is read in a PDF. */
const FOLDERS = ['./', '../../core/pdf/'];

let version: string | undefined;

/** What changes whenever the code that reads PDFs changes, or pdf.js: a digest of both. */
export function extractionVersion(): string {
  version ??= digestOfCode();
  return version;
}

function digestOfCode(): string {
  const pdfjs = createRequire(import.meta.url)('pdfjs-dist/package.json') as { readonly version: string };
  const hash = createHash('sha256').update(pdfjs.version);
  for (const path of codeFiles()) hash.update('\n').update(readFileSync(path, 'utf8').replaceAll('\r\n', '\n'));
  return hash.digest('hex');
}

/** The source files; or, in a bundle, where they are one file with much else, that file. */
function codeFiles(): string[] {
  const folders = FOLDERS.map((folder) => new URL(folder, import.meta.url));
  const here = fileURLToPath(import.meta.url);
  if (!here.endsWith('extraction-version.ts') || !folders.every((folder) => existsSync(folder))) return [here];
  return folders.flatMap((folder) => sourceFiles(folder));
}

function sourceFiles(folder: URL): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => fileURLToPath(new URL(name, folder)));
}
