import { SourceError } from '../core/import/csl-json.ts';
import { nearest } from '../core/text/nearest.ts';
import type { Effects } from '../io/effects.ts';
import { RemoteError } from '../io/remote/client.ts';
import { check } from './check.ts';
import { fetchVerb } from './fetch.ts';
import { importVerb } from './import.ts';
import { newVerb } from './new.ts';
import { commonOptions, readCall, UsageError } from './options.ts';
import { sync } from './sync.ts';
import { CODES, exitCodes, helpText, type ExitCode, type Verb } from './verb.ts';

const verbs: Readonly<Record<string, Verb>> = { new: newVerb, import: importVerb, sync, fetch: fetchVerb, check };

const HELP = ['--help', '-h', 'help'];

/** Runs one command line. Whatever happens, it says what, and what was written before stays whole. */
export async function runCommand([name, ...args]: readonly string[], effects: Effects): Promise<ExitCode> {
  const { logger } = effects;
  if (name === undefined || HELP.includes(name)) {
    logger.print(overview());
    return name ? exitCodes.done : exitCodes.usage;
  }
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  try {
    if (!verb) throw unknownVerb(name);
    const call = readCall(
      name,
      args.map((argument) => (argument === '-h' ? '--help' : argument)),
      { ...verb.options, ...commonOptions },
    );
    if (!call.has('help')) return await verb.run(call, effects);
    logger.print(helpText(name, verb));
    return exitCodes.done;
  } catch (error) {
    logger.progress('');
    logger.report(explain(error));
    return error instanceof UsageError ? exitCodes.usage : exitCodes.incomplete;
  }
}

function overview(): string {
  const width = Math.max(...Object.entries(verbs).map(([name, { operands }]) => `${name} ${operands}`.length));
  const lines = Object.entries(verbs).map(([name, { operands, summary }]) => `  ${`${name} ${operands}`.padEnd(width)}  ${summary}`);
  return `Usage: npm run note -- <verb> [options]\n\n${lines.join('\n')}\n\nEvery verb has --help, --dry-run and --json.\n${CODES}`;
}

function unknownVerb(name: string): UsageError {
  const known = Object.keys(verbs);
  const near = nearest(name, [...known, ...HELP]);
  return new UsageError(`There is no verb “${name}”.${near ? ` Did you mean “${near}”?` : ` There are ${known.join(', ')}.`}`);
}

const DISK_FAULTS: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full. Make room',
  EDQUOT: 'Your quota on this disk is used up. Make room',
  EROFS: 'The disk can only be read. Choose another folder with CONTENT_DIR',
  EACCES: 'The file may not be written. Change its permissions',
  EPERM: 'The file may not be written. Change its permissions',
};

/** An error in words; one that nobody foresaw keeps its stack, for whoever will mend it. */
function explain(error: unknown): string {
  if (error instanceof UsageError || error instanceof SourceError || error instanceof RemoteError) return error.message;
  const { code, path, stack, message } = error as NodeJS.ErrnoException;
  const fault = code && DISK_FAULTS[code];
  if (!fault) return stack ?? message;
  return `${fault}, then run the same command again: what was written before is whole, and it goes on from there.${path ? ` (${code}: ${path})` : ` (${code})`}`;
}
