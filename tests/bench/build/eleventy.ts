import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { KeywordMetadata } from '../../../src/core/keyword/schema.ts';
import { runNode, type Cost } from './measure.ts';

/** An Eleventy site of the same notes: a page a note, lists of 50, a page a keyword, formulas by KaTeX. */
export interface Peer {
  readonly name: string;
  readonly dist: string;
  /** Builds the site from nothing. */
  build(contentDir: string): Cost;
}

const home = join(tmpdir(), 'reading-room-bench-eleventy');

/** Installs Eleventy into a temporary folder, where it stays for the next run, and sets up a site. */
export function createEleventy(): Peer {
  mkdirSync(home, { recursive: true });
  const katex = readPackage(join(import.meta.dirname, '../../../node_modules/katex/package.json')).version;
  const dependencies = { '@11ty/eleventy': '^3.1.0', katex, 'markdown-it': '^14.1.0', 'markdown-it-texmath': '^1.0.0' };
  // Any release of this dependency's major will do; a mirror may lack the newest.
  const overrides = { '@11ty/recursive-copy': '4' };
  writeFileSync(join(home, 'package.json'), JSON.stringify({ private: true, type: 'module', dependencies, overrides }));
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent'], { cwd: home, stdio: ['ignore', 'ignore', 'inherit'] });
  const { version } = readPackage(join(home, 'node_modules/@11ty/eleventy/package.json'));
  writeSite();
  const dist = join(home, '_site');
  return {
    name: `Eleventy ${version}`,
    dist,
    build: (contentDir) => {
      rmSync(dist, { recursive: true, force: true });
      takeNotes(contentDir);
      return runNode([join(home, 'node_modules/@11ty/eleventy/cmd.cjs'), '--quiet'], { cwd: home });
    },
  };
}

/** Copies the notes and writes the vocabulary in the form in which the site's templates read it. */
function takeNotes(contentDir: string): void {
  rmSync(join(home, 'site/notes'), { recursive: true, force: true });
  cpSync(join(contentDir, 'notes'), join(home, 'site/notes'), { recursive: true });
  writeFileSync(join(home, 'site/notes/notes.json'), JSON.stringify({ layout: 'note.liquid', tags: ['notes'] }));
  // The file is one that the generator wrote.
  const terms = parse(readFileSync(join(contentDir, 'keywords.yaml'), 'utf8')) as KeywordMetadata[];
  const names = Object.fromEntries(terms.flatMap(({ id, en, zh }) => [id, en, zh].map((name) => [name, id])));
  writeFileSync(join(home, 'site/_data/terms.json'), JSON.stringify(terms));
  writeFileSync(join(home, 'site/_data/names.json'), JSON.stringify(names));
}

function readPackage(path: string): { version: string } {
  // Every package has a version.
  return JSON.parse(readFileSync(path, 'utf8')) as { version: string };
}

function writeSite(): void {
  rmSync(join(home, 'site'), { recursive: true, force: true });
  cpSync(join(import.meta.dirname, 'eleventy-site'), home, { recursive: true });
}
