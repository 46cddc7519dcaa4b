import { formatProblem, severityOf, sortProblems, type Problem, type Severity } from '../core/problem.ts';
import { nearest } from '../core/text/nearest.ts';
import { checkBodies } from '../io/bodies.ts';
import { readCollection, type Collection } from '../io/collection.ts';
import { readEnvironment } from '../io/environment.ts';

const OPTIONS = ['--json', '--strict', '--help'];

/** Prints everything that is wrong with the collection, by the rules of the build. */
export function check(args: readonly string[]): number {
  const unknown = args.find((arg) => !OPTIONS.includes(arg));
  if (unknown !== undefined) return refuse(unknown);
  const collection = readCollection(readEnvironment());
  const problems = sortProblems([...collection.problems, ...checkBodies(collection)]);
  console.log(args.includes('--json') ? asJson(problems) : asText(problems, collection));
  const fatal: readonly Severity[] = args.includes('--strict') ? ['error', 'warning'] : ['error'];
  return problems.some((problem) => fatal.includes(severityOf(problem))) ? 1 : 0;
}

function refuse(option: string): number {
  const near = nearest(option, OPTIONS);
  console.error(`check has no option “${option}”.${near ? ` Did you mean ${near}?` : ` It has ${OPTIONS.join(', ')}.`}`);
  return 2;
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
