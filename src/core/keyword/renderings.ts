import { namesOf, type Keyword } from './vocabulary.ts';
import type { Bilingual } from '../site/locale.ts';

/** A term that a translation does not call by its Chinese label. */
export interface OddRendering {
  readonly term: Keyword;
  /** The other name of the term that stands in its place; undefined where none of its names does. */
  readonly instead: string | undefined;
}

/** Finds, in a passage and its translation, the terms that the translation does not call by their labels. */
export type RenderingCheck = (pair: Bilingual) => OddRendering[];

const HAN = /\p{Script=Han}/u;

/**
 * A check that one term is translated one way. Where the English passage has a term's English label, the Chinese one
 * should have the Chinese label or an acronym. Labels of a single word are left alone unless another Chinese name of the
 * term stands instead: “text” and “method” are everyday words too.
 */
export function createRenderingCheck(terms: readonly Keyword[]): RenderingCheck {
  const byLabel = new Map(terms.map((term) => [foldLabel(term.label.en), term]));
  if (byLabel.size === 0) return () => [];
  const longestFirst = [...byLabel.keys()].sort((a, b) => b.length - a.length);
  const labels = new RegExp(`(?<![a-z])(?:${longestFirst.map(escaped).join('|')})(?![a-z])`, 'g');
  const others = new Map(terms.map((term) => [term, otherNames(term, terms)]));
  return ({ en, zh }) => {
    const named = new Set((foldLabel(en).match(labels) ?? []).map((label) => byLabel.get(label)!));
    return [...named].flatMap((term) => {
      if (zh.includes(term.label.zh)) return [];
      const instead = others.get(term)!.find((name) => zh.includes(name));
      return instead !== undefined || isUnrendered(term, zh) ? [{ term, instead }] : [];
    });
  };
}

/** The Chinese names of a term beside its label which are no part of a name of another term. */
function otherNames(term: Keyword, terms: readonly Keyword[]): string[] {
  const own = term.aliases.filter((name) => HAN.test(name) && !term.label.zh.includes(name));
  const foreign = terms.filter((other) => other !== term).flatMap(namesOf);
  return own.filter((name) => !foreign.some((other) => other.includes(name)));
}

function isUnrendered({ label, aliases }: Keyword, zh: string): boolean {
  const folded = foldLabel(zh);
  return /[\s-]/.test(label.en) && ![label.en, ...aliases].some((name) => folded.includes(foldLabel(name)));
}

function foldLabel(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s\-–—]+/gu, ' ')
    .trim();
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
