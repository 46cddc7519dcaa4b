import { formatProblem, severityOf, sortProblems, type Problem, type Severity } from '../core/problem.ts';
import { checkBodies } from '../io/bodies.ts';
import { readCollection, type Collection } from '../io/collection.ts';
import type { Effects } from '../io/effects.ts';
import { UsageError, type Call } from './options.ts';
import { exitCodes, type ExitCode, type Verb } from './verb.ts';

/** Prints everything that is wrong with the collection, by the rules of the build. */
export const check: Verb = {
  summary: 'tell everything that is wrong in the collection',
  operands: '',
  options: {
    strict: { help: 'end with code 1 on warnings too' },
  },
  run: (call, effects) => Promise.resolve(runCheck(call, effects)),
};

function runCheck(call: Call, { disk, environment, logger }: Effects): ExitCode {
  if (call.operands.length > 0) throw new UsageError(`check takes no “${call.operands[0]}”: it reads the whole collection.`);
  const collection = readCollection(environment, disk);
  const problems = sortProblems([...collection.problems, ...checkBodies(collection, disk)]);
  logger.print(call.has('json') ? asJson(problems) : asText(problems, collection));
  const fatal: readonly Severity[] = call.has('strict') ? ['error', 'warning'] : ['error'];
  return problems.some((problem) => fatal.includes(severityOf(problem))) ? exitCodes.incomplete : exitCodes.done;
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
