import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readEnvironment } from '../../../src/io/environment.ts';

test('without any setting the project’s own folders and address are meant', () => {
  expect(readEnvironment({}, '/home/me/room')).toEqual({
    contentDir: resolve('/home/me/room/content'),
    paperDirs: [resolve('/home/me/room/papers')],
    base: '/',
    site: 'http://localhost:4321',
  });
});

test('settings are read relative to the working directory, and papers/ is searched first', () => {
  const env = { CONTENT_DIR: '../shelf', PAPERS_DIR: '/zotero', SITE_BASE: '/repo/', SITE_URL: 'https://me.example' };
  expect(readEnvironment(env, '/home/me/room')).toEqual({
    contentDir: resolve('/home/me/shelf'),
    paperDirs: [resolve('/home/me/room/papers'), resolve('/zotero')],
    base: '/repo/',
    site: 'https://me.example',
  });
});

test('an empty setting is none', () => {
  expect(readEnvironment({ CONTENT_DIR: '', PAPERS_DIR: '', SITE_BASE: '', SITE_URL: '' }, '/r')).toEqual(readEnvironment({}, '/r'));
});
