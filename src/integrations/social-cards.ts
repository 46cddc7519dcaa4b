import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { createNote, plainTitle } from '../core/note/note.ts';
import { authorsInShort } from '../core/note/people.ts';
import { venueLabel } from '../core/note/venue.ts';
import type { SiteSettings } from '../core/site/settings.ts';
import { siteUrls } from '../core/site/urls.ts';
import { readSite } from '../io/collection.ts';
import { readEnvironment } from '../io/environment.ts';
import { readNotes, type NoteFile } from '../io/notes.ts';
import { drawCard, type CardText } from '../io/social-card.ts';

/** The words of a picture are read by people of either language, as its titles are. */
const WORDS = { submitted: 'Submitted to {venue}', preprint: 'Preprint' };

/** Draws the pictures that stand for pages where their addresses are shared, one a note and one for the site. */
export function socialCards(): AstroIntegration {
  return {
    name: 'reading-room-social-cards',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const path = new URL(request.url ?? '/', 'http://localhost').pathname.replace(server.config.base, '/');
          const card = path.endsWith('card.png') ? cards().get(path) : undefined;
          if (!card) return next();
          response.writeHead(200, { 'Content-Type': 'image/png', 'Cache-Control': 'no-store' });
          return response.end(drawCard(card));
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        let drawn = 0;
        for (const [address, text] of cards()) {
          const kept = resolve('.cache/cards', `${digest(JSON.stringify(text))}.png`);
          if (!existsSync(kept)) {
            await writeWhole(kept, drawCard(text));
            drawn++;
          }
          const target = join(fileURLToPath(dir), ...address.split('/'));
          await mkdir(dirname(target), { recursive: true });
          await copyFile(kept, target);
        }
        logger.info(`${drawn} pictures drawn`);
      },
    },
  };
}

/** What each picture says, by its address without the base path. */
function cards(): Map<string, CardText> {
  const environment = readEnvironment();
  const site = siteName(readSite(environment).value);
  const about = readSite(environment).value?.description;
  const urls = siteUrls('/');
  return new Map([
    [urls.card(), { title: site, second: about?.zh, by: undefined, facts: undefined, site: about?.en ?? '' }],
    ...readNotes(environment).value.map((file): [string, CardText] => [urls.card(file.id), noteCard(file, site)]),
  ]);
}

function siteName(settings: SiteSettings | undefined): string {
  return [...new Set([settings?.title.en, settings?.title.zh])].filter(Boolean).join(' · ');
}

function noteCard({ id, metadata }: NoteFile, site: string): CardText {
  // Neither its keywords nor its file play a part here.
  const note = createNote({ id, metadata, keywords: [], hasPdf: false, digest: '' });
  return {
    title: plainTitle(note, 'en'),
    second: note.titleZh && plainTitle(note, 'zh'),
    by: authorsInShort(note.authors, 'en'),
    facts: venueLabel(note, WORDS),
    site,
  };
}

const drawing = ['social-card.ts', 'indexed-png.ts'].map((name) => readFileSync(join(import.meta.dirname, '../io', name), 'utf8')).join('');

/** A name for a picture that changes with what it says and with how it is drawn. */
function digest(text: string): string {
  return createHash('sha256').update(drawing).update(text).digest('hex').slice(0, 32);
}

async function writeWhole(path: string, content: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, content);
  await rename(draft, path);
}
