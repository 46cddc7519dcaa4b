/** The fields by which a query can ask, in the order in which they are explained. */
export const searchFields = ['keyword', 'author', 'venue', 'year', 'list'] as const;

/** A field by which a query can ask. */
export type SearchField = (typeof searchFields)[number];

/** A condition on one field of a paper: `keyword:"length bias"`, `-author:Meng`. */
export interface FieldTerm {
  readonly field: SearchField;
  /** What was typed after the colon, without quotes. */
  readonly value: string;
  /** Whether papers that meet it are left out. */
  readonly excluded: boolean;
}

/** What somebody typed, split by what each part asks for. */
export interface Syntax {
  /** The words to look for, those of the phrases among them, as `parseQuery` takes them. */
  readonly text: string;
  /** What must occur word for word. */
  readonly phrases: readonly string[];
  readonly fields: readonly FieldTerm[];
  /** Words and phrases that must not occur. */
  readonly excluded: readonly string[];
}

/** Both years included; an open end is infinite. */
export interface YearRange {
  readonly from: number;
  readonly to: number;
}

/** Longer queries are read up to here, in UTF-16 code units. */
const READ_LENGTH = 2000;
/** Conditions beyond this number are read as plain text: each costs time, and nobody means more. */
const CONDITIONS = 12;

const FIELD_NAMES: Readonly<Record<SearchField, readonly string[]>> = {
  keyword: ['keyword', 'keywords', '关键词', '關鍵詞', '关键字', '關鍵字'],
  author: ['author', 'authors', '作者'],
  venue: ['venue', '发表处', '發表處', '会议', '會議'],
  year: ['year', '年份', '年'],
  list: ['list', '清单', '清單', '阅读清单', '閱讀清單'],
};
const FIELD_BY_NAME = new Map(searchFields.flatMap((field) => FIELD_NAMES[field].map((name) => [name, field] as const)));

const QUOTED = String.raw`["＂]([^"＂]+)["＂]|[“”]([^“”]+)[“”]|「([^」]+)」|『([^』]+)』`;
const NAME = [...FIELD_BY_NAME.keys()].sort((a, b) => b.length - a.length).join('|');
const FIELD = new RegExp(String.raw`([-－−]?)(${NAME})[:：]\s*(?:${QUOTED}|([^\s"＂“”「」『』]+))`, 'iuy');
const EXCLUDED = new RegExp(String.raw`[-－−](?:${QUOTED}|([\p{L}\p{N}][^\s"＂“”「」『』]*))`, 'uy');
const PHRASE = new RegExp(QUOTED, 'uy');
const WORD_EDGE = /[\s,;、，；。()（）]/u;
const READABLE = /[\p{L}\p{N}]/u;

interface Reading {
  text: string;
  readonly phrases: string[];
  readonly fields: FieldTerm[];
  readonly excluded: string[];
}

/**
 * Splits what was typed into words, phrases in quotes, fields and exclusions. Whatever is malformed, such as a quote
 * left open, a field without a value or a year that is none, is read as plain text; nothing is an error.
 * @example readSyntax('drift -diffusion year:2024').excluded // ['diffusion']
 */
export function readSyntax(typed: string): Syntax {
  const source = typed.slice(0, READ_LENGTH).toWellFormed();
  const reading: Reading = { text: '', phrases: [], fields: [], excluded: [] };
  for (let position = 0; position < source.length;) {
    const length = isFull(reading) ? 0 : readCondition(source, position, reading);
    if (length === 0) reading.text += source[position];
    position += length || 1;
  }
  return { ...reading, text: reading.text.trim() };
}

function isFull({ phrases, fields, excluded }: Reading): boolean {
  return phrases.length + fields.length + excluded.length >= CONDITIONS;
}

/** Reads a condition that begins at a position and answers how long it is, 0 where none begins. */
function readCondition(source: string, position: number, reading: Reading): number {
  const isStart = position === 0 || WORD_EDGE.test(source[position - 1]!);
  if (isStart) {
    const length = readField(source, position, reading) || readExclusion(source, position, reading);
    if (length > 0) return length;
  }
  const phrase = matchAt(PHRASE, source, position);
  if (!phrase) return 0;
  const words = valueOf(phrase.slice(1));
  if (READABLE.test(words)) reading.phrases.push(words);
  reading.text += ` ${words} `;
  return phrase[0].length;
}

function readField(source: string, position: number, { fields }: Reading): number {
  const match = matchAt(FIELD, source, position);
  if (!match) return 0;
  const [whole, minus, name, ...values] = match;
  // The expression allows no other names.
  const field = FIELD_BY_NAME.get(name!.toLowerCase())!;
  const value = valueOf(values).replace(/[,;、，；。]+$/u, '');
  if (!READABLE.test(value) || (field === 'year' && !readYears(value))) return 0;
  fields.push({ field, value, excluded: minus !== '' });
  return whole.length;
}

function readExclusion(source: string, position: number, { excluded }: Reading): number {
  const match = matchAt(EXCLUDED, source, position);
  if (!match) return 0;
  const value = valueOf(match.slice(1));
  if (!READABLE.test(value)) return 0;
  excluded.push(value);
  return match[0].length;
}

function matchAt(pattern: RegExp, source: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(source);
}

/** The one alternative that matched. */
function valueOf(groups: readonly (string | undefined)[]): string {
  return (groups.find((group) => group !== undefined) ?? '').trim();
}

const YEAR_RANGE = /^(\d{4})\s*(?:-|–|—|~|\.\.|至|到)\s*(\d{4})?年?$/u;
const YEAR_BOUND = /^(>=|<=|>|<|≥|≤)\s*(\d{4})年?$/u;

/**
 * The years that a text means: `2024`, `2023-2024`, `2023-`, `>=2023`, `<2023`. Undefined where it means none.
 */
export function readYears(text: string): YearRange | undefined {
  const value = text.normalize('NFKC').trim();
  if (/^\d{4}年?$/u.test(value)) return { from: Number(value.slice(0, 4)), to: Number(value.slice(0, 4)) };
  const [, first, last] = YEAR_RANGE.exec(value) ?? [];
  if (first) return inOrder(Number(first), last ? Number(last) : Infinity);
  const [, sign, bound] = YEAR_BOUND.exec(value) ?? [];
  return sign && bound ? boundedYears(sign, Number(bound)) : undefined;
}

function boundedYears(sign: string, year: number): YearRange {
  if (sign === '>=' || sign === '≥') return { from: year, to: Infinity };
  if (sign === '<=' || sign === '≤') return { from: -Infinity, to: year };
  return sign === '>' ? { from: year + 1, to: Infinity } : { from: -Infinity, to: year - 1 };
}

function inOrder(a: number, b: number): YearRange {
  return { from: Math.min(a, b), to: Math.max(a, b) };
}
