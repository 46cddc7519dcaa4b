import type { ServerResponse } from 'node:http';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { localDisk } from '../../../src/io/disk.ts';
import { dropped, file, startRemoteHosts, status, text, webPage, type RemoteHosts } from '../../helpers/remote-hosts.ts';
import { lanternPages, tinyPdf } from '../../helpers/tiny-pdf.ts';
import { createWorkbench, type Workbench } from '../../helpers/workbench.ts';

const pdf = Buffer.from(tinyPdf(lanternPages), 'latin1');

let hosts: RemoteHosts;
let bench: Workbench;

beforeEach(async () => {
  hosts = await startRemoteHosts();
  bench = createWorkbench(hosts.addresses);
});

afterEach(async () => {
  bench.remove();
  await hosts.close();
});

const lamp = (links: string) => bench.write('content/notes/lamp.md', `---\ntitle: Lamp # mine\nlinks: { ${links} }\n---\n`);
const papers = () => (existsSync(join(bench.folder, 'papers')) ? readdirSync(join(bench.folder, 'papers')) : []);

test('a missing PDF comes under the name that the note gives, and is not fetched again', async () => {
  lamp('openreview: lamp1, pdf: 1_Lamp.pdf');
  hosts.on('/openreview/pdf?id=lamp1', file(pdf));
  const { code, out } = await bench.run('fetch');
  expect(code).toBe(0);
  expect(out).toContain('+ papers/1_Lamp.pdf: 3 pages, 2 kB');
  expect(readFileSync(join(bench.folder, 'papers/1_Lamp.pdf'))).toEqual(pdf);
  expect(papers()).toEqual(['1_Lamp.pdf']);
  expect((await bench.run('fetch')).out).toContain('0 PDFs fetched, 0 not; 1 were there.');
  expect(hosts.requests).toHaveLength(1);
});

test('a note without a name for it gets one; what a person wrote stays', async () => {
  lamp('arxiv: "2405.14734"');
  hosts.on('/arxiv/pdf/2405.14734', file(pdf));
  expect((await bench.run('fetch', 'lamp')).code).toBe(0);
  expect(bench.read('content/notes/lamp.md')).toBe('---\ntitle: Lamp # mine\nlinks: { arxiv: "2405.14734", pdf: lamp.pdf }\n---\n');
});

test('where one host fails, the next is asked', async () => {
  lamp('openreview: lamp1, arxiv: "2405.14734", pdf: lamp.pdf');
  hosts.on('/openreview', webPage);
  hosts.on('/arxiv/pdf/2405.14734', file(pdf));
  expect((await bench.run('fetch')).code).toBe(0);
  expect(papers()).toEqual(['lamp.pdf']);
});

test('a download that breaks off goes on where it stopped', async () => {
  lamp('openreview: lamp1, pdf: lamp.pdf');
  hosts.on('/openreview', file(pdf, { stopAt: 700 }), file(pdf));
  expect((await bench.run('fetch')).code).toBe(0);
  expect(hosts.ranges).toEqual([undefined, 'bytes=700-']);
  expect(readFileSync(join(bench.folder, 'papers/lamp.pdf'))).toEqual(pdf);
  expect(papers()).toEqual(['lamp.pdf']);
});

test('one that breaks off each time is gone on with by the next run', async () => {
  lamp('openreview: lamp1, pdf: lamp.pdf');
  hosts.on('/openreview', file(pdf, { stopAt: 500 }), file(pdf, { stopAt: 800 }), dropped);
  const first = await bench.run('fetch');
  expect(first.code).toBe(1);
  expect(first.out).toMatch(/cannot be reached|breaks off after 1 kB/);
  hosts.on('/openreview', file(pdf));
  expect((await bench.run('fetch')).code).toBe(0);
  expect(hosts.ranges.at(-1)).toBe('bytes=800-');
  expect(readFileSync(join(bench.folder, 'papers/lamp.pdf'))).toEqual(pdf);
});

test('a version that changed in between is fetched whole', async () => {
  lamp('openreview: lamp1, pdf: lamp.pdf');
  const newer = Buffer.from(tinyPdf([['Newer'], ['Two']]), 'latin1');
  hosts.on('/openreview', file(pdf, { stopAt: 700 }), file(newer, { etag: '"v2"' }));
  expect((await bench.run('fetch')).out).toContain('2 pages');
  expect(readFileSync(join(bench.folder, 'papers/lamp.pdf'))).toEqual(newer);
});

test.each([
  ['a web page', webPage, /gives a web page in place of a PDF/],
  ['something else', text('x'.repeat(2000), 'application/pdf'), /gives something else in place of a PDF/],
  ['a PDF that is cut off, with the length of what is left', file(pdf.subarray(0, 300)), /is a damaged PDF/],
  ['nothing', status(404), /knows no such paper \(404\)/],
  ['a busy host', status(429, { 'retry-after': '1800' }), /asks to wait 30 minutes/],
  [
    'a file that GitHub refuses',
    (_: unknown, response: ServerResponse) => response.writeHead(200, { 'content-length': 120 * 1024 * 1024 }).flushHeaders(),
    /GitHub takes no file over 100 MiB/,
  ],
])('%s is told, and no file is left', async (_, answer, message) => {
  lamp('openreview: lamp1, pdf: lamp.pdf');
  hosts.on('/openreview', answer);
  const { code, out } = await bench.run('fetch');
  expect(code).toBe(1);
  expect(out).toMatch(message);
  expect(papers()).toEqual([]);
});

test('a full disk is told, and the next run fetches it', async () => {
  lamp('openreview: lamp1, pdf: lamp.pdf');
  hosts.on('/openreview', file(pdf));
  const full = bench.with({
    disk: {
      ...localDisk,
      append: () => {
        throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', path: 'papers/lamp.pdf.part' });
      },
    },
  });
  const { code, err } = await full.run('fetch');
  expect(code).toBe(1);
  expect(err).toContain('The disk is full. Make room, then run the same command again');
  expect((await bench.run('fetch')).code).toBe(0);
  expect(papers()).toEqual(['lamp.pdf']);
});

test('a site that would be too large is told before more is fetched', async () => {
  lamp('openreview: lamp1, pdf: lamp.pdf');
  bench.write('content/notes/big.md', '---\ntitle: Big\nlinks: { pdf: big.pdf }\n---\n');
  bench.write('papers/big.pdf', pdf);
  const heavy = bench.with({ disk: { ...localDisk, size: (path) => (path.endsWith('big.pdf') ? 1_000_000_001 : localDisk.size(path)) } });
  const { code, out } = await heavy.run('fetch');
  expect(code).toBe(1);
  expect(out).toContain('The PDFs have 1.00 GB already, and GitHub Pages takes no site over 1.00 GB.');
  expect(hosts.requests).toEqual([]);
});

test('--named fetches only what a note names', async () => {
  lamp('openreview: lamp1, pdf: lamp.pdf');
  bench.write('content/notes/other.md', '---\ntitle: Other\nlinks: { arxiv: "2405.14734" }\n---\n');
  hosts.on('/openreview', file(pdf));
  expect((await bench.run('fetch', '--named')).out).toContain('1 PDFs fetched, 0 not; 0 were there.');
  expect(hosts.requests).toHaveLength(1);
});

test('--dry-run says what would be fetched; notes that link elsewhere on purpose are left alone', async () => {
  lamp('openreview: lamp1, pdf: lamp.pdf');
  bench.write('content/notes/remote.md', '---\ntitle: Remote\nlinks: { pdf: "https://e.org/a.pdf", arxiv: "2405.14734" }\n---\n');
  const { out } = await bench.run('fetch', '--dry-run');
  expect(out).toContain('1 PDFs would be fetched; 0 are there.');
  expect(hosts.requests).toEqual([]);
});
