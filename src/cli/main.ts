import { check } from './check.ts';

/** A verb of the command line: it takes its arguments and says with which code the process ends. */
export type Verb = (args: readonly string[]) => number;

const verbs: Readonly<Record<string, Verb>> = { check };

const usage = `Usage: npm run check [-- options]
  --json     print the problems as JSON
  --strict   end with code 1 on warnings too
  --help     print this text

Ends with code 0 when nothing stands in the way of a build, 1 when something does, 2 when it was called wrongly.`;

const [name = 'check', ...args] = process.argv.slice(2);
const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
if (verb && !args.includes('--help')) process.exitCode = verb(args);
else {
  console.log(usage);
  process.exitCode = verb ? 0 : 2;
}
