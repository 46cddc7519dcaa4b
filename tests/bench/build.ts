import { appendFileSync, copyFileSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createEleventy, type Peer } from './build/eleventy.ts';
import { medianCost, type Cost } from './build/measure.ts';
import { createProject, type Project } from './build/project.ts';
import { differences, measureTree, type Tree } from './build/tree.ts';
import { makeLibrary, writeFiles } from './make-library.ts';
import { formatTable } from './table.ts';

/** What one way to build a library of one size costs. */
interface Result {
  readonly notes: number;
  readonly what: string;
  readonly cost: Cost;
  readonly tree: Tree;
  readonly storeBytes?: number;
}

/** The ways in which a library is built, in the order of the report. */
const COLD = 'cold';
const CHANGED = 'one note changed';
const NO_INDEX = 'cold, no search index';
const NO_INDEX_CHANGED = 'one note changed, no index';

const { values: options } = parseArgs({
  allowNegative: true,
  options: {
    sizes: { type: 'string', default: '62,500,2000' },
    runs: { type: 'string', default: '3' },
    peer: { type: 'boolean', default: true },
    index: { type: 'boolean', default: true },
    /** Whether the build after a change is held against a clean one. */
    verify: { type: 'boolean', default: true },
  },
});

const work = mkdtempSync(join(tmpdir(), 'reading-room-bench-'));
const runs = Array.from({ length: Number(options.runs) }, (_, index) => index);
const whole = options.index ? createProject(join(work, 'whole')) : undefined;
const lean = createProject(join(work, 'lean'), { index: false });
const peer = options.peer ? createEleventy() : undefined;

const results = options.sizes.split(',').map(Number).flatMap(measureSize);
console.log(
  formatTable(['notes', 'build', 'wall s', 'CPU s', 'peak MB', 'pages', 'files', 'MB', 'ms/page', 'store B/note'], results.map(row)),
);
console.log(`\n${ratios(results).join('\n')}`);
rmSync(work, { recursive: true });

function measureSize(notes: number): Result[] {
  const content = join(work, `library-${notes}`);
  const costs = new Map<string, Cost[]>();
  const keep = (what: string, cost: Cost) => costs.set(what, [...(costs.get(what) ?? []), cost]);
  for (const run of runs) {
    console.error(`${notes} notes, run ${run + 1} of ${runs.length}`);
    makeFresh(content, notes);
    if (whole) buildTwice(whole, content, (cold, changed) => (keep(COLD, cold), keep(CHANGED, changed)));
    makeFresh(content, notes);
    buildTwice(lean, content, (cold, changed) => (keep(NO_INDEX, cold), keep(NO_INDEX_CHANGED, changed)));
    if (peer) keep(peer.name, peer.build(content));
  }
  const measured = [...costs].map(([what, runsOf]) => ({ notes, what, cost: medianCost(runsOf), ...outcome(what, notes) }));
  if (options.verify) for (const project of [whole, lean]) if (project) verify(project, content, notes);
  return measured;
}

function makeFresh(content: string, notes: number): void {
  rmSync(content, { recursive: true, force: true });
  writeFiles(content, makeLibrary({ notes }));
}

function buildTwice(project: Project, content: string, keep: (cold: Cost, changed: Cost) => void): void {
  project.clean();
  const cold = project.build(content);
  appendFileSync(join(content, 'notes/paper-000007.md'), '\n## Remark\n\nOne sentence was added to this note.\n');
  keep(cold, project.build(content));
}

/** After changes of every kind, a build that reuses what it has must give what a clean one gives. */
function verify(project: Project, content: string, notes: number): void {
  makeFresh(content, notes);
  changeEverywhere(content);
  project.build(content);
  const kept = `${project.dist}-changed`;
  renameSync(project.dist, kept);
  project.clean();
  project.build(content);
  const differing = differences(kept, project.dist);
  const name = project === whole ? 'whole site' : 'site without index';
  console.log(
    differing.length === 0
      ? `${notes} notes, ${name}: after changes the output is byte for byte that of a clean build.`
      : `${notes} notes, ${name}: ${differing.length} files differ from a clean build: ${differing.slice(0, 5).join(', ')} …`,
  );
  rmSync(kept, { recursive: true });
}

/** Changes a title and a term's gloss, adds a note, and takes one away. */
function changeEverywhere(content: string): void {
  const path = (name: string) => join(content, name);
  const edit = (name: string, from: RegExp, to: string) => writeFileSync(path(name), readFileSync(path(name), 'utf8').replace(from, to));
  edit('notes/paper-000011.md', /^title: .*$/m, 'title: A changed title');
  edit('keywords.yaml', /^ {4}en: .*$/m, '    en: A changed gloss');
  copyFileSync(path('notes/paper-000020.md'), path('notes/paper-new.md'));
  rmSync(path('notes/paper-000030.md'));
  edit('lists/first-reading.yaml', /^.*paper-000030\n/m, '');
  edit('lists/survey.yaml', /^.*paper-000030\n/m, '');
}

function outcome(what: string, notes: number): Pick<Result, 'tree' | 'storeBytes'> {
  const project: Project | Peer = what === peer?.name ? peer : what === COLD || what === CHANGED ? whole! : lean;
  const storeBytes = 'dataStoreBytes' in project ? project.dataStoreBytes() / notes : undefined;
  return { tree: measureTree(project.dist), storeBytes };
}

function row({ notes, what, cost, tree, storeBytes }: Result): string[] {
  return [
    String(notes),
    what,
    cost.wall.toFixed(2),
    cost.cpu.toFixed(2),
    cost.memory.toFixed(0),
    String(tree.htmlPages),
    String(tree.files),
    (tree.bytes / 1e6).toFixed(1),
    ((1000 * cost.cpu) / tree.htmlPages).toFixed(2),
    storeBytes === undefined ? '' : storeBytes.toFixed(0),
  ];
}

function ratios(all: readonly Result[]): string[] {
  const sizes = [...new Set(all.map(({ notes }) => notes))];
  const find = (notes: number, what: string) => all.find((result) => result.notes === notes && result.what === what)?.cost;
  const ratio = (label: string, above: Cost | undefined, below: Cost | undefined) =>
    above && below
      ? [
          `${label}: wall ${(above.wall / below.wall).toFixed(2)}, CPU ${(above.cpu / below.cpu).toFixed(2)}, memory ${(above.memory / below.memory).toFixed(2)}`,
        ]
      : [];
  return [
    ...sizes.flatMap((notes) => [
      ...(peer ? ratio(`${notes} notes, without index ÷ ${peer.name}`, find(notes, NO_INDEX), find(notes, peer.name)) : []),
      ...(peer ? ratio(`${notes} notes, whole site ÷ ${peer.name}`, find(notes, COLD), find(notes, peer.name)) : []),
      ...ratio(`${notes} notes, one changed ÷ cold`, find(notes, CHANGED), find(notes, COLD)),
      ...ratio(`${notes} notes, one changed ÷ cold, without index`, find(notes, NO_INDEX_CHANGED), find(notes, NO_INDEX)),
    ]),
    ...sizes.slice(1).flatMap((notes, index) => {
      const before = sizes[index]!;
      return [COLD, NO_INDEX, peer?.name ?? ''].flatMap((what) =>
        ratio(`${notes} ÷ ${before} notes, ${what}`, find(notes, what), find(before, what)),
      );
    }),
  ];
}
