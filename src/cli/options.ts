import { parseArgs } from 'node:util';
import { nearest } from '../core/text/nearest.ts';

/** An option of a verb: a switch, or one that a value follows. */
export interface Option {
  /** What the value is, such as `id`; absent for a switch. */
  readonly value?: string;
  /** What the option does, in a few words. */
  readonly help: string;
}

/** The options of a verb by their names, without the two hyphens. */
export type OptionTable = Readonly<Record<string, Option>>;

/** The options that every verb has. */
export const commonOptions = {
  'dry-run': { help: 'say what would be done, and write nothing' },
  json: { help: 'print the result as JSON' },
  help: { help: 'print this text' },
} as const satisfies OptionTable;

/** A command line that was understood. */
export interface Call {
  /** What stands beside the options, in order. */
  readonly operands: readonly string[];
  /** Whether a switch was given. */
  has(option: string): boolean;
  /** The value of an option, if it was given. */
  value(option: string): string | undefined;
}

/** Somebody called a command wrongly; the message says what to write instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * Reads the arguments of a verb.
 * @param verb The verb's name, for messages.
 * @throws {UsageError} where an option does not exist, lacks its value or has one too many.
 */
export function readCall(verb: string, args: readonly string[], table: OptionTable): Call {
  const options = Object.fromEntries(
    Object.entries(table).map(([name, { value }]) => [name, { type: value ? 'string' : 'boolean' } as const]),
  );
  const { positionals, values, tokens } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(table, token.name) ? table[token.name] : undefined;
    if (!option) throw unknownOption(verb, token.rawName, table);
    if (option.value && (token.value === undefined || token.value === ''))
      throw new UsageError(`--${token.name} needs a value: --${token.name} <${option.value}>.`);
    if (!option.value && token.value !== undefined) throw new UsageError(`--${token.name} is a switch and takes no value.`);
  }
  return {
    operands: positionals,
    has: (option) => values[option] === true,
    value: (option) => (typeof values[option] === 'string' ? values[option] : undefined),
  };
}

function unknownOption(verb: string, written: string, table: OptionTable): UsageError {
  const known = Object.keys(table).map((name) => `--${name}`);
  const near = nearest(written, known);
  return new UsageError(`${verb} has no option “${written}”.${near ? ` Did you mean ${near}?` : ` It has ${known.join(', ')}.`}`);
}
