import { z } from 'zod';
import type { Problem } from '../core/problem.ts';
import { nearest } from '../core/text/nearest.ts';
import type { YamlText } from './yaml.ts';

/** A value that passed its schema, or the problems that kept it from passing. */
export type Validated<T> =
  { readonly value: T; readonly problems: readonly [] } | { readonly value: undefined; readonly problems: readonly Problem[] };

type Issue = z.core.$ZodIssue;

/** Checks a YAML text against a schema; each problem names the line of the value that is wrong. */
export function validate<Schema extends z.ZodType>(schema: Schema, yaml: YamlText): Validated<z.output<Schema>> {
  if (yaml.problems.length > 0) return { value: undefined, problems: yaml.problems };
  const result = schema.safeParse(yaml.data ?? {});
  if (result.success) return { value: result.data, problems: [] };
  const known = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  return { value: undefined, problems: result.error.issues.flatMap((issue) => problemsOf(issue, yaml, known)) };
}

function problemsOf(issue: Issue, yaml: YamlText, schema: JsonSchema): Problem[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey({ key, path: issue.path }, yaml, schema));
  return [isMissing(issue, yaml) ? missingKey(issue, yaml) : invalidValue(issue, yaml)];
}

function unknownKey({ key, path }: { key: string; path: readonly PropertyKey[] }, yaml: YamlText, schema: JsonSchema): Problem {
  const known = keysAt(schema, path);
  const near = nearest(key, known);
  return {
    rule: 'schema/unknown-key',
    message: `“${nameOf([...path, key])}” is no key of this file.`,
    hint: near ? `Did you mean “${near}”? Known keys: ${known.join(', ')}.` : `Remove it, or use one of: ${known.join(', ')}.`,
    file: yaml.file,
    ...yaml.placeOfKey(path, key),
  };
}

function missingKey(issue: Issue, yaml: YamlText): Problem {
  return {
    rule: 'schema/missing-key',
    message: `“${nameOf(issue.path)}” is missing.`,
    hint: `Add a line “${String(issue.path.at(-1))}: …”.`,
    file: yaml.file,
    ...yaml.placeOf(issue.path.slice(0, -1)),
  };
}

function invalidValue(issue: Issue, yaml: YamlText): Problem {
  const { fault, advice } = explain(issue, valueAt(issue.path, yaml));
  return {
    rule: 'schema/invalid-value',
    message: `${nameOf(issue.path)}: ${fault}.`,
    hint: `${advice}.`,
    file: yaml.file,
    ...yaml.placeOf(issue.path),
  };
}

function isMissing({ path }: Issue, yaml: YamlText): boolean {
  return path.length > 0 && valueAt(path, yaml) === undefined;
}

function valueAt(path: readonly PropertyKey[], yaml: YamlText): unknown {
  let value: unknown = yaml.data;
  // Anything but null and undefined may be asked for a property; what has none gives undefined.
  for (const key of path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key];
  return value;
}

interface Explanation {
  /** What is wrong with the value, to follow its key and a colon. */
  readonly fault: string;
  /** What to write, as a sentence without its full stop. */
  readonly advice: string;
}

/** What each type of value is called, and how it is written. */
const TYPES: Readonly<Record<string, Explanation>> = {
  string: { fault: 'a text', advice: 'Write a text; quote one that looks like a number or a date' },
  array: { fault: 'a list', advice: 'Write a list, such as [one, two]' },
  object: { fault: 'a set of keys', advice: 'Write keys with values, such as “key: value”, each on a line of its own' },
};

function explain(issue: Issue, value: unknown): Explanation {
  if (value === null || (issue.code === 'too_small' && issue.minimum === 1))
    return { fault: 'the value is empty', advice: 'Write it; the line of a key that is not needed can be removed' };
  if (issue.code === 'invalid_value')
    return { fault: `${shown(value)} is not understood`, advice: `Write one of: ${issue.values.map(String).join(', ')}` };
  if (issue.code === 'invalid_type' && !isOurs(issue)) {
    const wanted = TYPES[issue.expected] ?? { fault: issue.expected, advice: `Write a value of type ${issue.expected}` };
    return { fault: `${shown(value)} is not ${wanted.fault}`, advice: wanted.advice };
  }
  if (!isOurs(issue)) return { fault: `${shown(value)} is not understood`, advice: 'Write the value in the form that the README shows' };
  const [fault, advice] = issue.message.split('; ');
  return { fault: `${shown(value)} ${fault}`, advice: capitalized(advice ?? 'write the value in the form that the README shows') };
}

/** Our schemas say “is no date; write …”: what is wrong, then what to write. Whatever else arrives is Zod’s own. */
function isOurs({ message }: Issue): boolean {
  return !/^(?:Invalid|Too|Unrecognized)\b/.test(message);
}

const SHOWN_LENGTH = 60;

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `“${text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text}”`;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A key as an author knows it, by its name and those of the keys around it; the place says which entry of a list is meant. */
function nameOf(path: readonly PropertyKey[]): string {
  const names = path.filter((step) => typeof step !== 'number').map(String);
  return names.join('.') || (path.length > 0 ? 'The entry' : 'The file');
}

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
}

function keysAt(schema: JsonSchema, path: readonly PropertyKey[]): string[] {
  let current: JsonSchema | undefined = schema;
  for (const step of path) current = typeof step === 'number' ? current?.items : current?.properties?.[String(step)];
  return Object.keys(current?.properties ?? {});
}
