import type { Effects } from '../io/effects.ts';
import { commonOptions, type Call, type OptionTable } from './options.ts';

/** How a command ended, as the shell sees it. */
export const exitCodes = {
  /** All that was asked for is done. */
  done: 0,
  /** Something is wrong in the collection, or a part of the work could not be done; the output says what. */
  incomplete: 1,
  /** The command was called wrongly, and nothing was done. */
  usage: 2,
  /** Somebody stopped it. What was written is whole, and the next run goes on from there. */
  interrupted: 130,
} as const;

/** A code with which a command ends. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A verb of the command line. */
export interface Verb {
  /** What it does, in a line. */
  readonly summary: string;
  /** What is written behind it, such as `<file>`; empty where nothing is. */
  readonly operands: string;
  /** More about it, as lines for `--help`. Default: nothing. */
  readonly details?: string;
  /** Its own options, beside those of every verb. */
  readonly options: OptionTable;
  /** Does the work. */
  run(call: Call, effects: Effects): Promise<ExitCode>;
}

/** The text that `--help` prints for a verb. */
export function helpText(name: string, { summary, operands, details, options }: Verb): string {
  const usage = ['npm run note --', name, operands, '[options]'].filter(Boolean).join(' ');
  const rows = Object.entries({ ...options, ...commonOptions }).map(
    ([option, { value, help }]: [string, { value?: string; help: string }]) => [`--${option}${value ? ` <${value}>` : ''}`, help],
  );
  const width = Math.max(...rows.map(([option]) => option!.length));
  const lines = rows.map(([option, help]) => `  ${option!.padEnd(width)}  ${help}`);
  const parts = [`${summary}\n\nUsage: ${usage}`, details, lines.join('\n'), CODES];
  return parts.filter(Boolean).join('\n\n');
}

/** What the codes mean, for `--help`. */
export const CODES = `Ends with code 0 when all is done, 1 when something is wrong or was left undone, 2 when it was called wrongly, 130 when it was interrupted.`;
