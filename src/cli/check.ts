import { resolve } from 'node:path';
import { formatProblem, severityOf, sortProblems, type Problem, type Severity } from '../core/problem.ts';
import { checkBodies } from '../io/bodies.ts';
import { readCollection, type Collection } from '../io/collection.ts';
import type { Effects } from '../io/effects.ts';
import { fixKeywords, type FixedNote } from '../io/fix-keywords.ts';
import { fixLinks } from '../io/fix-links.ts';
import { checkPapers } from '../io/paper-check.ts';
import { checkSite } from '../io/site-check.ts';
import { UsageError, type Call } from './options.ts';
import { exitCodes, type ExitCode, type Verb } from './verb.ts';

/** Prints everything that is wrong with the collection, by the rules of the build. */
export const check: Verb = {
  summary: 'tell everything that is wrong in the collection',
  operands: '',
  details:
    'With --fix, keywords that name a term nearly are replaced by its id and repeated ones removed, and ids that were pasted as\naddresses or without their quotes are written as ids; all else needs a person.',
  options: {
    strict: { help: 'end with code 1 on warnings too' },
    site: { value: 'folder', help: 'weigh a built site, such as dist, against what GitHub Pages takes' },
    fix: { help: 'mend what is mechanical first' },
  },
  run: runCheck,
};

async function runCheck(call: Call, effects: Effects): Promise<ExitCode> {
  const { disk, environment, logger } = effects;
  if (call.operands.length > 0) throw new UsageError(`check takes no “${call.operands[0]}”: it reads the whole collection.`);
  const dryRun = call.has('dry-run');
  const site = call.value('site');
  if (site !== undefined && (disk.size(site) !== undefined || disk.list(site).length === 0))
    throw new UsageError(`There is no site in ${site}. Build it first: npm run build.`);
  const fixed = call.has('fix') ? fixAll(effects, dryRun) : [];
  const collection = readCollection(environment, disk);
  const problems = sortProblems([
    ...collection.problems,
    ...checkBodies(collection, disk),
    ...(await checkPapers(collection, effects)),
    ...(site === undefined ? [] : checkSite(resolve(site), disk)),
  ]);
  if (call.has('json')) logger.print(asJson(problems));
  else logger.print([...fixed.map(({ file, changes }) => `~ ${file}: ${changes.join(', ')}`), asText(problems, collection)].join('\n\n'));
  const fatal: readonly Severity[] = call.has('strict') ? ['error', 'warning'] : ['error'];
  return problems.some((problem) => fatal.includes(severityOf(problem))) ? exitCodes.incomplete : exitCodes.done;
}

/** Links come first: a note whose links are wrong has no keywords that could be read. */
function fixAll({ disk, environment }: Effects, dryRun: boolean): FixedNote[] {
  const links = fixLinks(environment, { disk, dryRun });
  const { notes, vocabulary } = readCollection(environment, disk);
  return [...links, ...fixKeywords(notes, vocabulary, { disk, dryRun })];
}

function asJson(problems: readonly Problem[]): string {
  return JSON.stringify(
    problems.map((problem) => ({ severity: severityOf(problem), ...problem })),
    null,
    2,
  );
}

function asText(problems: readonly Problem[], { notes, lists, keywords }: Collection): string {
  const count = (severity: Severity) => problems.filter((problem) => severityOf(problem) === severity).length;
  const summary = `${notes.length} notes, ${lists.length} lists, ${keywords.length} terms: ${count('error')} errors, ${count('warning')} warnings, ${count('notice')} notices`;
  return [...problems.map(formatProblem), summary].join('\n\n');
}
