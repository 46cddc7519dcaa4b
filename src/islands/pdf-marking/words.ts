import type { Mark, MarkColor, MarkKind } from '../../core/annotation/mark.ts';

/** The words that marks are spoken of in, in the language of the page; `{placeholders}` are filled in. */
export interface MarkWords {
  readonly kinds: Readonly<Record<MarkKind, string>>;
  readonly colors: Readonly<Record<MarkColor, string>>;
  /** `{kind}`, `{color}`. */
  readonly name: string;
  /** `{page}`. */
  readonly page: string;
  /** `{page}`. */
  readonly shortPage: string;
  /** `{name}`. */
  readonly made: string;
  readonly deleted: string;
  readonly changed: string;
  readonly undone: string;
  readonly redone: string;
  readonly notUndone: string;
  /** `{count}`. */
  readonly count: string;
  /** `{shown}`, `{count}`. */
  readonly shown: string;
  /** `{added}`, `{updated}`, `{same}`, `{kept}`. */
  readonly imported: string;
  /** `{count}`. */
  readonly foreign: string;
  /** `{count}`. */
  readonly unusable: string;
  readonly unreadable: string;
  readonly full: string;
  readonly blocked: string;
  readonly baked: string;
  /** `{count}`. */
  readonly bakedWithout: string;
  readonly notBaked: string;
  readonly nothingSelected: string;
  readonly selecting: string;
  readonly noText: string;
}

/** What a mark is called by its kind and color. */
export function nameOf({ kind, color }: Pick<Mark, 'kind' | 'color'>, words: MarkWords): string {
  return words.name.replace('{kind}', words.kinds[kind]).replace('{color}', words.colors[color]);
}
