import type { MarkdownLine } from './markdown-lines.ts';

/** The keywords that a section names. */
export interface ReadKeywords {
  readonly keywords: readonly string[];
  /** Whether its lines say more than the keywords: an explanation, a translation. */
  readonly hasNotes: boolean;
}

/**
 * Reads keywords, one or several on a line, with or without a bullet. An explanation in parentheses, or a translation
 * after the words, belongs to no keyword: `LLM (DPO主要用于大模型微调)` is `LLM`.
 */
export function readKeywords(lines: readonly Pick<MarkdownLine, 'text'>[]): ReadKeywords {
  const entries = lines.map(({ text }) => text.replace(/^\s*(?:[-*+•]|\d+[.)])\s+/, '').trim()).filter((text) => text !== '');
  const names = entries.map((entry) => splitNames(withoutNotes(entry)));
  const keywords = [
    ...new Set(
      names
        .flat()
        .map(withoutTranslation)
        .filter((name) => /[\p{L}\p{N}]/u.test(name)),
    ),
  ];
  const shown = entries.flatMap((entry) => splitNames(entry));
  return { keywords, hasNotes: entries.length > 0 && shown.some((name) => !keywords.includes(name)) };
}

function splitNames(text: string): string[] {
  return text
    .split(/[,，、;；]/)
    .map((name) => name.replace(/^[`*_\s]+|[`*_\s.。]+$/g, ''))
    .filter(Boolean);
}

/** A text without what stands in parentheses; a parenthesis that is never closed reaches to the end. */
function withoutNotes(text: string): string {
  let depth = 0;
  let kept = '';
  for (const character of text) {
    if (/[(（]/.test(character)) depth++;
    else if (/[)）]/.test(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0) kept += character;
  }
  return kept;
}

/** English words, not an acronym, that their Chinese translation follows. */
const TRANSLATED =
  /^([\p{Script=Latin}][\p{Script=Latin}\p{N}\s'’-]*\p{Ll}{2,}[\p{Script=Latin}\p{N}\s'’-]*?)\s*\p{Script=Han}[\p{Script=Han}\s]*$/u;

function withoutTranslation(name: string): string {
  return (TRANSLATED.exec(name)?.[1] ?? name).replace(/\s+/g, ' ').trim();
}
