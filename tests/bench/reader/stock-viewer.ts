import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const PACKAGE = 'pdfjs-viewer-element@4.1.0';

/**
 * A folder with PDF.js's own viewer as an npm package ships it, and a page `view.html?<file>` that shows one of the papers, at a
 * place if `&page=…&search=…&phrase=true` follows.
 * A folder in `STOCK_VIEWER` with the installed package saves installing it.
 */
export function stockViewer(papers: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'stock-viewer-'));
  const installed = process.env.STOCK_VIEWER ?? install();
  cpSync(join(installed, 'node_modules/pdfjs-viewer-element/dist'), join(folder, 'viewer'), { recursive: true });
  mkdirSync(join(folder, 'papers'));
  for (const paper of papers) if (existsSync(paper)) cpSync(paper, join(folder, 'papers', basename(paper)));
  writeFileSync(join(folder, 'show.js'), SCRIPT);
  writeFileSync(join(folder, 'view.html'), PAGE);
  return folder;
}

function install(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stock-viewer-package-'));
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', folder, PACKAGE], { stdio: 'ignore' });
  return folder;
}

const SCRIPT = `const viewer = document.createElement('pdfjs-viewer-element');
const [file, ...place] = location.search.slice(1).split('&');
viewer.setAttribute('src', new URL('papers/' + file, location.href).href);
for (const [name, value] of new URLSearchParams(place.join('&'))) viewer.setAttribute(name, value);
viewer.style.height = '100vh';
document.body.append(viewer);
`;

const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8"><title>Stock viewer</title>
<script type="module" src="viewer/pdfjs-viewer-element.js"></script>
<body style="margin: 0"><script type="module" src="show.js"></script></body>
</html>
`;
