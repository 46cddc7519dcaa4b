import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  arxivError,
  arxivFeed,
  dropped,
  json,
  startRemoteHosts,
  status,
  text,
  webPage,
  type RemoteHosts,
} from '../../helpers/remote-hosts.ts';
import { createWorkbench, type Workbench } from '../../helpers/workbench.ts';

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

const atom = (...entries: Parameters<typeof arxivFeed>[0]) => text(arxivFeed(entries), 'application/atom+xml');

const submission = {
  id: 'lamp1',
  forum: 'lamp1',
  cdate: Date.UTC(2024, 8, 27),
  content: {
    title: { value: 'Lamp Tuning' },
    authors: {
      value: [
        { fullname: 'Ada Lamp', username: '~Ada_Lamp1' },
        { fullname: 'Bo Wick', username: '~Bo_Wick1' },
      ],
    },
    keywords: { value: ['lamps'] },
    abstract: { value: 'Lamps are tuned.' },
    venue: { value: 'ICLR 2025 Poster' },
    venueid: { value: 'ICLR.cc/2025/Conference' },
  },
};

const note = (front: string) => `---\n${front}\n---\n`;

describe('sync with arXiv', () => {
  test('fills what is empty and touches nothing else', async () => {
    bench.write(
      'content/notes/lamp.md',
      '---\ntitle:   "Lamp Tuning" # mine\nauthors: [A. Lamp]\nlinks: { arxiv: "2405.14734" }\n---\n\n## 摘要\n\n灯。\n',
    );
    hosts.on('/arxiv-api', atom({ id: '2405.14734', title: 'Lamp\n  Tuning' }));
    const { code, out } = await bench.run('sync');
    expect(code).toBe(0);
    expect(out).toContain('lamp.md: date\n');
    expect(bench.read('content/notes/lamp.md')).toBe(
      '---\ntitle:   "Lamp Tuning" # mine\nauthors: [A. Lamp]\ndate: 2024-05-23\nlinks: { arxiv: "2405.14734" }\n---\n\n## 摘要\n\n灯。\n',
    );
    const before = bench.tree();
    expect((await bench.run('sync')).code).toBe(0);
    expect(bench.tree()).toEqual(before);
    expect(hosts.requests).toHaveLength(1);
  });

  test('the authors’ abstract goes only into a note without one, and its source with it', async () => {
    const front = (id: string) => `---\ntitle: Lamp ${id}\nauthors: [A]\ndate: 2024\nlinks: { arxiv: "2405.1473${id}" }\n`;
    bench.write('content/notes/none.md', `${front('1')}---\n\n## Abstract\n\n## 摘要\n`);
    bench.write('content/notes/digest.md', `${front('2')}---\n\n## Abstract\n\nIn our words.\n`);
    bench.write('content/notes/copied.md', `${front('3')}---\n\n## Abstract\n\nA wrapped abstract\nwith $\\beta$ & more.\n`);
    hosts.on('/arxiv-api', atom(...['1', '2', '3'].map((id) => ({ id: `2405.1473${id}`, title: `Lamp ${id}` }))));
    expect((await bench.run('sync')).code).toBe(0);
    expect(bench.read('content/notes/none.md')).toBe(
      `${front('1')}abstractSource: https://arxiv.org/abs/2405.14731\n---\n\n## Abstract\n\nA wrapped abstract with $\\beta$ & more.\n\n## 摘要\n`,
    );
    expect(bench.read('content/notes/digest.md')).toBe(`${front('2')}---\n\n## Abstract\n\nIn our words.\n`);
    expect(bench.read('content/notes/copied.md')).toContain(
      'abstractSource: https://arxiv.org/abs/2405.14733\n---\n\n## Abstract\n\nA wrapped abstract\nwith',
    );
    expect((await bench.run('check')).out).not.toContain('schema/');
    bench.write('content/notes/none.md', bench.read('content/notes/none.md').replace('A wrapped abstract', 'Lamps are good,'));
    expect((await bench.run('sync')).out).toContain(
      'none.md: the abstract is not, or no longer, the one at https://arxiv.org/abs/2405.14731',
    );
  });

  test('asks for many papers at once, and for batches three seconds apart', async () => {
    for (let index = 0; index < 60; index++)
      bench.write(`content/notes/lamp-${index}.md`, note(`title: Lamp ${index}\nlinks: { arxiv: "2405.${10000 + index}" }`));
    hosts.on('/arxiv-api', atom({ id: '2405.10000', title: 'Lamp 0' }));
    await bench.run('sync');
    expect(hosts.requests).toHaveLength(2);
    expect(hosts.agents[0]).toMatch(/^reading-room\//);
    expect(bench.waits).toEqual([3000]);
  });

  test('one id that arXiv refuses does not keep the others from being filled', async () => {
    bench.write('content/notes/good.md', note('title: Good\nlinks: { arxiv: "2405.14734" }'));
    bench.write('content/notes/odd.md', note('title: Odd\nlinks: { arxiv: "2405.99999" }'));
    hosts.on(
      '/arxiv-api',
      text(arxivError, 'application/atom+xml'),
      atom({ id: '2405.14734', title: 'Good' }),
      text(arxivError, 'application/atom+xml'),
    );
    const { code, out } = await bench.run('sync');
    expect(code).toBe(1);
    expect(out).toMatch(/odd\.md: arXiv knows no paper “2405\.99999”/);
    expect(bench.read('content/notes/good.md')).toContain('authors: [Ada Lamp, Bo Wick]');
  });

  test('tells a newer version than the note names, or than the last look saw', async () => {
    bench.write('content/notes/pinned.md', note('title: Pinned\nlinks: { arxiv: "2405.14734v1" }'));
    bench.write('content/notes/open.md', note('title: Open\nlinks: { arxiv: "2405.20000" }'));
    hosts.on('/arxiv-api', atom({ id: '2405.14734', title: 'Pinned', version: 3 }, { id: '2405.20000', title: 'Open', version: 1 }));
    const first = await bench.run('sync');
    expect(first.out).toContain('pinned.md: arXiv has version 3; the note names version 1');
    expect(first.out).not.toContain('open.md: arXiv');
    hosts.on('/arxiv-api', atom({ id: '2405.14734', title: 'Pinned', version: 3 }, { id: '2405.20000', title: 'Open', version: 2 }));
    const second = await bench.run('sync', '--refresh');
    expect(second.out).toContain('open.md: arXiv has version 2; at the last look it was version 1');
    expect(bench.read('content/notes/pinned.md')).toContain('"2405.14734v1"');
  });

  test('waits as long as Retry-After says, and for a dropped connection twice as long each time', async () => {
    bench.write('content/notes/lamp.md', note('title: Lamp\nlinks: { arxiv: "2405.14734" }'));
    hosts.on('/arxiv-api', status(429, { 'retry-after': '7' }), dropped, dropped, atom({ id: '2405.14734', title: 'Lamp' }));
    expect((await bench.run('sync')).code).toBe(0);
    expect(bench.waits).toEqual([7000, 4000, 8000]);
  });

  test('a host that asks for much patience is left until the next run, and the others go on', async () => {
    bench.write('content/notes/a.md', note('title: A\nlinks: { openreview: lamp0 }'));
    bench.write('content/notes/b.md', note('title: B\nlinks: { openreview: lamp1, arxiv: "2405.14734" }'));
    hosts.on('/openreview-2', status(429, { 'retry-after': '3600' }));
    hosts.on('/arxiv-api', atom({ id: '2405.14734', title: 'B' }));
    const { code, out } = await bench.run('sync');
    expect(code).toBe(1);
    expect(out).toContain('asks to wait 60 minutes');
    expect(hosts.requests.filter((request) => request.includes('openreview'))).toHaveLength(1);
    expect(bench.read('content/notes/b.md')).toContain('date: 2024-05-23');
    hosts.on('/openreview-2', json({ notes: [submission] }));
    expect((await bench.run('sync')).code).toBe(0);
    expect(hosts.requests.filter((request) => request.includes('arxiv-api'))).toHaveLength(1);
  });

  test.each([
    ['a web page', webPage, /answers with a web page instead of data/],
    ['its throttle', text('Rate exceeded.', 'text/plain'), /asked too often/],
    ['nonsense', text('{}'), /cannot be read/],
    ['no connection', dropped, /cannot be reached \((?:ECONNRESET|UND_ERR_SOCKET)\)/],
    ['no service', status(503), /is busy \(503\)/],
  ])('%s is told, and the note stays', async (_, answer, message) => {
    const source = note('title: Lamp\nlinks: { arxiv: "2405.14734" }');
    bench.write('content/notes/lamp.md', source);
    hosts.on('/arxiv-api', answer);
    const { code, out } = await bench.run('sync');
    expect(code).toBe(1);
    expect(out).toMatch(message);
    expect(bench.read('content/notes/lamp.md')).toBe(source);
  });
});

describe('sync with OpenReview', () => {
  test('fills authors, date, venue and abstract from version 2', async () => {
    bench.write('content/notes/lamp.md', note('title: Lamp Tuning\nlinks:\n  openreview: lamp1'));
    hosts.on('/openreview-2/notes?id=lamp1', json({ notes: [submission], count: 1 }));
    expect((await bench.run('sync')).code).toBe(0);
    expect(bench.read('content/notes/lamp.md')).toBe(
      '---\ntitle: Lamp Tuning\nauthors: [Ada Lamp, Bo Wick]\ndate: 2024-09-27\nvenue: ICLR 2025\nlinks:\n  openreview: lamp1\nabstractSource: https://openreview.net/forum?id=lamp1\n---\n\n## Abstract\n\nLamps are tuned.\n',
    );
  });

  test('asks version 1 for what version 2 does not have', async () => {
    bench.write('content/notes/old.md', note('title: Old\nlinks: { openreview: old1 }'));
    const old = {
      id: 'old1',
      forum: 'old1',
      tcdate: Date.UTC(2019, 8, 25),
      content: { title: 'Old', authors: ['Ann Old'], venue: 'ICLR 2020 Poster', abstract: 'Old.' },
    };
    hosts.on('/openreview-2', status(403));
    hosts.on('/openreview-1/notes?id=old1', json({ notes: [old] }));
    expect((await bench.run('sync')).code).toBe(0);
    expect(bench.read('content/notes/old.md')).toContain('authors: [Ann Old]\ndate: 2019-09-25\nvenue: ICLR 2020\n');
  });

  test('tells another venue and does not write it', async () => {
    bench.write('content/notes/lamp.md', note('title: Lamp Tuning\nvenue: ICML 2025\nlinks: { openreview: lamp1 }'));
    bench.write('content/notes/waiting.md', note('title: Waiting\nvenue: ICLR 2025\nstatus: submitted\nlinks: { openreview: lamp2 }'));
    hosts.on('/openreview-2/notes?id=lamp1', json({ notes: [submission] }));
    hosts.on('/openreview-2/notes?id=lamp2', json({ notes: [{ ...submission, id: 'lamp2', forum: 'lamp2' }] }));
    const { out } = await bench.run('sync');
    expect(out).toContain('lamp.md: the note says ICML 2025, OpenReview says ICLR 2025');
    expect(out).toContain('waiting.md: ICLR 2025 has accepted it; the note says “submitted”');
    expect(bench.read('content/notes/lamp.md')).toContain('venue: ICML 2025\n');
    expect(bench.read('content/notes/lamp.md')).not.toContain('status');
  });

  test('a paper that nobody knows is told with what to check', async () => {
    bench.write('content/notes/lamp.md', note('title: Lamp\nlinks: { openreview: gone }'));
    hosts.on('/openreview-2', json({ notes: [] }));
    const { code, out } = await bench.run('sync');
    expect(code).toBe(1);
    expect(out).toContain('OpenReview knows no paper “gone”');
  });

  test('--dry-run writes no note', async () => {
    const source = note('title: Lamp Tuning\nlinks: { openreview: lamp1 }');
    bench.write('content/notes/lamp.md', source);
    hosts.on('/openreview-2', json({ notes: [submission] }));
    const { out } = await bench.run('sync', 'lamp', '--dry-run');
    expect(out).toContain('authors, date, venue, abstractSource, Abstract');
    expect(bench.read('content/notes/lamp.md')).toBe(source);
  });
});

test('sync names the note that was meant', async () => {
  bench.write('content/notes/lamp-tuning.md', note('title: Lamp'));
  const { code, err } = await bench.run('sync', 'lamp-tunning');
  expect(code).toBe(2);
  expect(err).toContain('Did you mean “lamp-tuning”?');
});

describe('new', () => {
  test.each([['2405.14734'], ['https://arxiv.org/abs/2405.14734v2'], ['https://doi.org/10.48550/arXiv.2405.14734']])('%s', async (name) => {
    hosts.on('/arxiv-api', atom({ id: '2405.14734', title: 'SimLamp: Lamps' }));
    expect((await bench.run('new', name)).code).toBe(0);
    const written = bench.read('content/notes/simlamp.md');
    expect(written).toContain(
      'title: "SimLamp: Lamps"\nauthors: [Ada Lamp, Bo Wick]\ndate: 2024-05-23\nlinks:\n  arxiv: "2405.14734"\nabstractSource: https://arxiv.org/abs/2405.14734\n# titleZh: 中文标题\n',
    );
    expect(written).toContain('## Key points\n\n## 主要内容\n\n## Abstract\n\nA wrapped abstract');
    const again = await bench.run('new', name);
    expect(again).toMatchObject({ code: 1 });
    expect(again.err).toContain('simlamp.md is the note of this paper already');
  });

  test('an OpenReview address and a DOI', async () => {
    hosts.on('/openreview-2', json({ notes: [submission] }));
    hosts.on(
      '/doi/10.1000/lamp',
      json({
        type: 'paper-conference',
        title: 'A Study of Wicks',
        author: [{ family: 'Wick', given: 'Bo' }],
        issued: { 'date-parts': [[2023, 7]] },
        'container-title': 'Lamps',
        DOI: '10.1000/lamp',
      }),
    );
    expect((await bench.run('new', 'https://openreview.net/forum?id=lamp1')).code).toBe(0);
    expect(bench.read('content/notes/lamp-tuning.md')).toContain('venue: ICLR 2025\nkeywords: [lamps]\nlinks:\n  openreview: lamp1\n');
    expect((await bench.run('new', 'doi:10.1000/lamp', '--id', 'wicks')).code).toBe(0);
    expect(bench.read('content/notes/wicks.md')).toContain(
      'authors: [Bo Wick]\ndate: 2023-07\nvenue: Lamps 2023\nlinks:\n  doi: 10.1000/lamp\n',
    );
  });

  test('a title is looked up, and only a paper of exactly this title is taken', async () => {
    const similar = { id: '2405.10000', title: 'On Lamps and Wicks' };
    hosts.on('/arxiv-api?search_query=ti%3A%22On%20lamps%22', atom(similar, { id: '2405.14734', title: 'On\n  Lamps.' }));
    expect((await bench.run('new', 'On', 'lamps')).out).toMatch(/lamps\.md: On Lamps\. \(arXiv 2405\.14734\)$/);
    hosts.on('/arxiv-api?search_query=ti%3A%22On%20wicks%22', atom(similar));
    expect((await bench.run('new', 'On wicks')).out).toMatch(/wicks\.md: On wicks$/);
  });

  test('a title alone gives a template that check understands', async () => {
    bench.write('content/site.yaml', 'title: { en: Shelf }\n');
    hosts.on('/arxiv-api', dropped);
    const begun = await bench.run('new', 'On', 'Lamps');
    expect([begun.code, begun.err]).toEqual([0, expect.stringContaining('arXiv could not be asked for this title')]);
    expect(bench.waits).toEqual([]);
    const { code, out } = await bench.run('check');
    expect(code).toBe(0);
    expect(out.match(/note\/empty-section/g)).toHaveLength(4);
  });

  test('a paper that cannot be fetched leaves nothing behind', async () => {
    hosts.on('/arxiv-api', text(arxivError, 'application/atom+xml'));
    const { code, err } = await bench.run('new', '2405.99999');
    expect(code).toBe(1);
    expect(err).toBe('arXiv knows no paper “2405.99999”. Check the id.');
    expect(await bench.run('new', 'https://example.org/paper')).toMatchObject({ code: 2 });
  });
});
