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
    message: `“${[...path, key].map(String).join('.')}” is no key of this file.`,
    hint: near ? `Did you mean “${near}”? Known keys: ${known.join(', ')}.` : `Remove it, or use one of: ${known.join(', ')}.`,
    file: yaml.file,
    ...yaml.placeOfKey(path, key),
  };
}

function missingKey(issue: Issue, yaml: YamlText): Problem {
  const key = issue.path.map(String).join('.');
  return {
    rule: 'schema/missing-key',
    message: `“${key}” is missing.`,
    hint: `Add a line “${String(issue.path.at(-1))}: …”.`,
    file: yaml.file,
    ...yaml.placeOf(issue.path.slice(0, -1)),
  };
}

function invalidValue(issue: Issue, yaml: YamlText): Problem {
  const key = issue.path.map(String).join('.') || 'The file';
  const hint = issue.code === 'custom' ? (issue.params?.['hint'] as string | undefined) : undefined;
  return {
    rule: 'schema/invalid-value',
    message: `“${key}”: ${sentence(issue.message)}`,
    hint: hint ?? `Write ${expectation(issue)}.`,
    file: yaml.file,
    ...yaml.placeOf(issue.path),
  };
}

function isMissing(issue: Issue, yaml: YamlText): boolean {
  let value: unknown = yaml.data;
  for (const key of issue.path) value = (value as Record<PropertyKey, unknown> | undefined)?.[key];
  return issue.path.length > 0 && value === undefined;
}

function expectation(issue: Issue): string {
  if (issue.code === 'invalid_type') return issue.expected === 'array' ? 'a list, such as [one, two]' : `a value of type ${issue.expected}`;
  if (issue.code === 'invalid_value') return `one of: ${issue.values.map(String).join(', ')}`;
  return 'the value in the form that the README shows';
}

function sentence(message: string): string {
  return message.replace(/\.?$/, '.');
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
