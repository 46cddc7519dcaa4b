/** How bad a problem is: an error stops the build, a warning and a notice do not. */
export type Severity = 'error' | 'warning' | 'notice';

/**
 * Every rule of the collection with its severity. Names are permanent: authors search for them,
 * and reports are sorted and filtered by them.
 */
export const rules = {
  'yaml/malformed': 'error',
  'schema/unknown-key': 'error',
  'schema/missing-key': 'error',
  'schema/invalid-value': 'error',
  'note/no-front-matter': 'error',
  'note/duplicate-id': 'error',
  'note/invalid-id': 'error',
  'note/broken-math': 'error',
  'note/pdf-not-a-pdf': 'error',
  'note/pdf-missing': 'notice',
  'note/page-beyond-pdf': 'warning',
  'note/page-without-pdf': 'notice',
  'note/near-keyword': 'warning',
  'note/duplicate-keyword': 'warning',
  'note/missing-relation': 'error',
  'note/unsupported-relation': 'warning',
  'note/unexplained-symbol': 'warning',
  'note/no-question-mark': 'warning',
  'note/long-question': 'warning',
  'note/repeated-question': 'warning',
  'note/untranslated-question': 'notice',
  'note/mixed-rendering': 'warning',
  'note/unrendered-term': 'notice',
  'note/abstract-mismatch': 'warning',
  'note/abstract-footnote': 'warning',
  'note/unbalanced-brackets': 'warning',
  'note/lost-words': 'warning',
  'note/unequal-figures': 'warning',
  'note/empty-section': 'warning',
  'note/raw-html': 'warning',
  'note/unsafe-link': 'warning',
  'note/broken-link': 'warning',
  'note/malformed-link': 'warning',
  'note/remote-image': 'warning',
  'keyword/duplicate-label': 'error',
  'keyword/needless-paraphrase': 'warning',
  'keyword/unknown-broader': 'error',
  'keyword/cyclic-broader': 'error',
  'list/missing-note': 'error',
  'list/repeated-note': 'warning',
  'papers/orphan-pdf': 'notice',
  'papers/file-too-large': 'warning',
  'papers/site-too-large': 'warning',
  'site/file-too-large': 'error',
  'site/too-large': 'error',
  'collection/missing-file': 'error',
} as const satisfies Record<string, Severity>;

/** The permanent name of a rule, such as `note/broken-math`. */
export type Rule = keyof typeof rules;

/** Something wrong in the collection, told so that its author can mend it without asking. */
export interface Problem {
  /** The rule that was broken. */
  readonly rule: Rule;
  /** What is wrong, in one sentence that names the offending value. */
  readonly message: string;
  /** What to write instead, in one sentence. */
  readonly hint: string;
  /** The file, as the author would name it: relative to the working directory. */
  readonly file: string;
  /** The line, counted from 1. Defaults to 1 when the whole file is meant. */
  readonly line: number;
  /** The column, counted from 1. */
  readonly column: number;
}

/** Where in a text something stands, both counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The first character of a file. */
export const START: Place = { line: 1, column: 1 };

/** The severity of a problem, which is that of its rule. */
export function severityOf(problem: Problem): Severity {
  return rules[problem.rule];
}

/** One problem as text: `file:line:column severity rule`, the message, then the hint, on three lines. */
export function formatProblem(problem: Problem): string {
  const { file, line, column, rule, message, hint } = problem;
  return `${file}:${line}:${column} ${severityOf(problem)} ${rule}\n  ${message}\n  ${hint}`;
}

/** Orders problems by file, then by line and column, as an author would walk through them. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.rule, b.rule));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
