import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { localDisk, type Disk } from '../../../src/io/disk.ts';
import { arxivFeed, json, startRemoteHosts, text, type Answer, type RemoteHosts } from '../../helpers/remote-hosts.ts';
import { lanternPages, tinyPdf } from '../../helpers/tiny-pdf.ts';
import { createWorkbench, type Workbench } from '../../helpers/workbench.ts';
import { readingList } from '../import/lamp-list.ts';

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

const pdf = Buffer.from(tinyPdf(lanternPages), 'latin1');

/** A PDF with a length, which goes on where a range begins. */
const whole: Answer = (request, response) => {
  const start = Number(/^bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
  const range = start > 0 ? { 'content-range': `bytes ${start}-${pdf.length - 1}/${pdf.length}` } : {};
  response.writeHead(start > 0 ? 206 : 200, { 'content-length': pdf.length - start, etag: '"v1"', ...range }).end(pdf.subarray(start));
};

const submission = (id: string) => ({
  id,
  forum: id,
  cdate: Date.UTC(2024, 8, 27),
  content: { title: { value: id }, authors: { value: ['Ada Lamp'] }, venue: { value: 'ICLR 2025 Poster' }, abstract: { value: 'Lamps.' } },
});

/** A collection that every command has something to do in. */
function fill(target: Workbench): void {
  target.write('content/site.yaml', 'title: { en: Shelf }\n');
  target.write('content/keywords.yaml', '- { id: length-bias, en: Length bias, zh: 长度偏差 }\n');
  target.write('content/notes/a.md', '---\ntitle: Lamp A # mine\nkeywords: [lenght bias]\nlinks: { openreview: lampA }\n---\n');
  target.write('content/notes/b.md', '---\ntitle: Lamp B\nkeywords: [lenght-bias]\nlinks: { arxiv: "2405.14734" }\n---\n');
  target.write('README.md', readingList);
}

function answer(): void {
  hosts.on('/openreview-2/notes?id=lampA', json({ notes: [submission('lampA')] }));
  hosts.on('/arxiv-api', text(arxivFeed([{ id: '2405.14734', title: 'Lamp B' }]), 'application/atom+xml'));
  hosts.on('/openreview/pdf', whole);
  hosts.on('/arxiv/pdf', whole);
}

const commands: readonly (readonly string[])[] = [
  ['import', 'README.md'],
  ['sync'],
  ['fetch'],
  ['check', '--fix'],
  ['new', '2405.99999', '--id', 'fresh'],
];

function inFolder(args: readonly string[], { folder }: Workbench): string[] {
  return args.map((argument) => (argument === 'README.md' ? join(folder, argument) : argument));
}

function everything(target: Workbench): Record<string, string> {
  const files = Object.entries({ ...target.tree(), ...(existsSync(join(target.folder, 'papers')) ? target.tree('papers') : {}) });
  return Object.fromEntries(files.map(([path, content]) => [path.slice(target.folder.length), content]));
}

describe('a disk that is full', () => {
  /** A disk that takes so many changes, and no more. */
  function almostFull(room: number): Disk & { readonly refused: () => boolean } {
    let left = room;
    const take = (path: string) => {
      if (left-- <= 0) throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC', path });
    };
    return {
      ...localDisk,
      write: (path, content) => (take(path), localDisk.write(path, content)),
      append: (path, content) => (take(path), localDisk.append(path, content)),
      refused: () => left < 0,
    };
  }

  test.each(commands)('at any change of %s is told, loses nothing, and the next run goes on', async (...args) => {
    answer();
    if (args[0] === 'new') hosts.on('/arxiv-api', text(arxivFeed([{ id: '2405.99999', title: 'Fresh' }]), 'application/atom+xml'));
    fill(bench);
    const before = everything(bench);
    await bench.run(...inFolder(args, bench));
    const wanted = everything(bench);
    expect(wanted).not.toEqual(before);
    let changes = 0;
    for (; ; changes++) {
      const other = createWorkbench(hosts.addresses);
      fill(other);
      const disk = almostFull(changes);
      const { code, err } = await other.with({ disk }).run(...inFolder(args, other));
      if (!disk.refused()) break;
      expect(code).toBe(1);
      expect(err).toMatch(/^The disk is full\. Make room, then run the same command again: what was written before is whole/);
      await other.run(...inFolder(args, other));
      expect(everything(other)).toEqual(wanted);
      other.remove();
    }
    expect(changes).toBeGreaterThan(0);
  });
});

describe('a process that is killed', () => {
  function start(...args: string[]): ChildProcess {
    const { addresses } = hosts;
    const env = {
      ...process.env,
      CONTENT_DIR: join(bench.folder, 'content'),
      OPENREVIEW_API: addresses.openreviewApi,
      OPENREVIEW_SITE: addresses.openreviewSite,
      ARXIV_API: addresses.arxivApi,
      ARXIV_SITE: addresses.arxivSite,
    };
    return spawn(process.execPath, [join(process.cwd(), 'src/cli/main.ts'), ...args], { cwd: bench.folder, env });
  }

  async function kill(child: ChildProcess, signal: NodeJS.Signals, when: () => boolean): Promise<{ code: number | null; err: string }> {
    let err = '';
    child.stderr!.on('data', (data: Buffer) => (err += data.toString()));
    const ended = once(child, 'close') as Promise<[number | null]>;
    while (!when()) {
      if (child.exitCode !== null) throw new Error(`It ended before it could be killed: ${err}`);
      await sleep(2);
    }
    child.kill(signal);
    return { code: (await ended)[0], err };
  }

  async function finish(...args: string[]): Promise<number | null> {
    const child = start(...args);
    return ((await once(child, 'close')) as [number | null])[0];
  }

  const notes = () => (existsSync(join(bench.folder, 'content/notes')) ? readdirSync(join(bench.folder, 'content/notes')) : []);
  const list = `# Lamps\n\n${Array.from({ length: 600 }, (_, index) => `- [Lamp number ${index}](https://arxiv.org/abs/2405.${10000 + index}) - Ada Lamp, LampConf 2024\n`).join('')}`;

  test.each(['SIGKILL', 'SIGINT'] as const)(
    'by %s while it imports: every note is whole, and the next run goes on',
    async (signal) => {
      const file = bench.write('list.md', list);
      const { code, err } = await kill(start('import', file), signal, () => notes().length > 100);
      if (signal === 'SIGINT' && process.platform !== 'win32') {
        expect(code).toBe(130);
        expect(err).toContain('Stopped. What was written is whole; run the same command again');
      }
      const written = notes().filter((name) => name.endsWith('.md'));
      expect(written.length).toBeLessThan(600);
      for (const name of written) expect(bench.read(`content/notes/${name}`)).toMatch(/^---\ntitle: [\s\S]*arxiv: "2405\.\d{5}"\n---\n$/);
      // What a writer leaves that is killed in the middle of a file.
      bench.write('content/notes/lamp-number-7.md.999999999.part', '---\ntit');
      expect(await finish('import', file)).toBe(0);
      const resumed = everything(bench);
      const other = createWorkbench();
      await other.run('import', other.write('list.md', list));
      expect(resumed).toEqual(everything(other));
      other.remove();
    },
    60_000,
  );

  test('while it asks OpenReview: what was answered is not asked for again', async () => {
    for (const id of ['lampA', 'lampB', 'lampC'])
      bench.write(`content/notes/${id.toLowerCase()}.md`, `---\ntitle: ${id}\nlinks: { openreview: ${id} }\n---\n`);
    const isWaiting = () => hosts.requests.some((request) => request.includes('lampB'));
    hosts.on('/openreview-2/notes?id=lampA', json({ notes: [submission('lampA')] }));
    hosts.on('/openreview-2/notes?id=lampB', () => undefined);
    await kill(start('sync'), 'SIGKILL', isWaiting);
    expect(bench.read('content/notes/lampa.md')).toContain('authors: [Ada Lamp]');
    expect(bench.read('content/notes/lampb.md')).toBe('---\ntitle: lampB\nlinks: { openreview: lampB }\n---\n');
    for (const id of ['lampB', 'lampC']) hosts.on(`/openreview-2/notes?id=${id}`, json({ notes: [submission(id)] }));
    expect(await finish('sync')).toBe(0);
    for (const id of ['lampa', 'lampb', 'lampc'])
      expect(bench.read(`content/notes/${id}.md`)).toContain('authors: [Ada Lamp]\ndate: 2024-09-27');
    expect(hosts.requests.filter((request) => request.includes('lampA'))).toHaveLength(1);
  }, 60_000);

  test('in the middle of a PDF: the rest alone is fetched', async () => {
    bench.write('content/notes/a.md', '---\ntitle: A\nlinks: { openreview: lampA }\n---\n');
    hosts.on(
      '/openreview/pdf',
      (_, response) => void response.writeHead(200, { 'content-length': pdf.length, etag: '"v1"' }).write(pdf.subarray(0, 700)),
    );
    const part = join(bench.folder, 'papers/a.pdf.part');
    await kill(start('fetch'), 'SIGKILL', () => (statSync(part, { throwIfNoEntry: false })?.size ?? 0) === 700);
    expect(readdirSync(join(bench.folder, 'papers'))).not.toContain('a.pdf');
    hosts.on('/openreview/pdf', whole);
    expect(await finish('fetch')).toBe(0);
    expect(hosts.ranges).toEqual([undefined, 'bytes=700-']);
    expect(readFileSync(join(bench.folder, 'papers/a.pdf'))).toEqual(pdf);
    expect(bench.read('content/notes/a.md')).toContain('pdf: a.pdf');
  }, 60_000);
});

test('a PDF that was fetched before its note could name it is not fetched again', async () => {
  bench.write('content/notes/a.md', '---\ntitle: A\nlinks: { openreview: lampA }\n---\n');
  bench.write('papers/a.pdf', pdf);
  const { code, out } = await bench.run('fetch');
  expect([code, out]).toEqual([0, expect.stringContaining('0 PDFs fetched, 0 not; 1 were there.')]);
  expect(hosts.requests).toEqual([]);
  expect(bench.read('content/notes/a.md')).toContain('links: { openreview: lampA, pdf: a.pdf }');
});
