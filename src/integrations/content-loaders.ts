import { sep } from 'node:path';
import type { AstroIntegrationLogger } from 'astro';
import type { Loader, LoaderContext } from 'astro/loaders';
import { formatProblem, severityOf, sortProblems, type Problem } from '../core/problem.ts';
import { readCollection, readKeywords, readSite } from '../io/collection.ts';
import { readEnvironment } from '../io/environment.ts';
import { readLists } from '../io/lists.ts';

type Data = Record<string, unknown>;
type Entry = { readonly id: string; readonly data: Data; readonly digest?: string };

/** How many warnings a build prints before it points to `npm run check` for the rest. */
const WARNINGS_SHOWN = 10;

/** Loads `site.yaml`. */
export function siteLoader(): Loader {
  return loader('reading-room-site', () => {
    const { value } = readSite(readEnvironment());
    return value ? [{ id: 'site', data: value }] : [];
  });
}

/** Loads the terms of `keywords.yaml`, in its order, as one entry. */
export function vocabularyLoader(): Loader {
  return loader('reading-room-vocabulary', () => [{ id: 'vocabulary', data: { terms: readKeywords(readEnvironment()).value } }]);
}

/** Loads the reading lists. */
export function listLoader(): Loader {
  return loader('reading-room-lists', () => readLists(readEnvironment()).value.map(({ list: { id, ...data } }) => ({ id, data })));
}

/** Loads the front matter of the notes and tells what is wrong anywhere in the collection; errors stop a build. */
export function noteLoader(): Loader {
  return loader('reading-room-notes', ({ logger, watcher }) => {
    const { notes, problems } = readCollection(readEnvironment());
    tell(problems, logger);
    if (!watcher) stopOnErrors(problems);
    return notes.map(({ id, metadata, file, pdf, digest }) => ({ id, digest, data: { metadata, file, pdf } }));
  });
}

function loader(name: string, read: (context: LoaderContext) => readonly Entry[]): Loader {
  const fill = async (context: LoaderContext) => {
    const entries = await Promise.all(
      read(context).map(async ({ id, data, digest }) => ({ id, data: await context.parseData({ id, data }), digest })),
    );
    // Without a pause in between, so that no page sees half a collection and two reloads do not mix.
    context.store.clear();
    for (const entry of entries) context.store.set(entry);
  };
  return {
    name,
    load: async (context) => {
      await fill(context);
      watch(context, () => fill(context));
    },
  };
}

function watch({ watcher, logger }: LoaderContext, reload: () => Promise<void>): void {
  if (!watcher) return;
  const { contentDir } = readEnvironment();
  watcher.add(contentDir);
  const onChange = (path: string) => {
    if (path.startsWith(`${contentDir}${sep}`)) reload().catch((error: unknown) => logger.error(String(error)));
  };
  for (const event of ['add', 'change', 'unlink'] as const) watcher.on(event, onChange);
}

function tell(problems: readonly Problem[], logger: AstroIntegrationLogger): void {
  const sorted = sortProblems(problems);
  for (const problem of sorted.filter((entry) => severityOf(entry) === 'error')) logger.error(formatProblem(problem));
  const others = sorted.filter((entry) => severityOf(entry) === 'warning');
  for (const problem of others.slice(0, WARNINGS_SHOWN)) logger.warn(formatProblem(problem));
  if (others.length > WARNINGS_SHOWN) logger.warn(`${others.length - WARNINGS_SHOWN} more warnings: npm run check lists them all.`);
}

function stopOnErrors(problems: readonly Problem[]): void {
  const errors = problems.filter((problem) => severityOf(problem) === 'error');
  if (errors.length > 0)
    throw new Error(
      `The collection has ${errors.length === 1 ? 'an error' : `${errors.length} errors`}:\n${sortProblems(errors).map(formatProblem).join('\n')}`,
    );
}
