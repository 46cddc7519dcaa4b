import type { KeywordMetadata } from '../../../src/core/keyword/schema.ts';
import { createRandom } from './random.ts';
import { qualities, subjects } from './phrases.ts';

/** A term of the generated vocabulary. */
export type Term = Pick<KeywordMetadata, 'id' | 'en' | 'zh' | 'aliases' | 'gloss' | 'broader'>;

const ROOTS = 8;
/** The terms after the roots that further ones hang from. */
const BRANCHES = 24;
/** The share of terms that have aliases. */
const WITH_ALIASES = 0.3;

/** How many terms a library of this many notes has: about 6 for the square root, and never more than can be named. */
export function vocabularySize(notes: number): number {
  return Math.min(qualities.length * subjects.length, Math.max(ROOTS, Math.round(6 * Math.sqrt(notes))));
}

/** A vocabulary in three levels: a few roots, branches below them, leaves below those. */
export function makeVocabulary(notes: number, seed: number): Term[] {
  const random = createRandom(seed, 1);
  const names = qualities.flatMap((quality) => subjects.map((subject) => ({ quality, subject })));
  const terms: Term[] = [];
  for (const { quality, subject } of random.sample(names, vocabularySize(notes))) {
    const en = `${quality[0]} ${subject[0]}`;
    const zh = `${quality[1]}${subject[1]}`;
    terms.push({
      id: en.toLowerCase().replaceAll(' ', '-'),
      en,
      zh,
      aliases: random.next() < WITH_ALIASES ? [`${en} methods`, `${zh}方法`] : [],
      gloss: {
        en: `Work on ${subject[0]} whose defining quality is that it is ${quality[0].toLowerCase()}, in training or in use.`,
        zh: `以“${quality[1]}”为主要特征的${subject[1]}研究，涉及训练，也涉及使用。`,
      },
      broader: broaderOf(terms),
    });
  }
  return terms;
}

function broaderOf(before: readonly Term[]): string | undefined {
  const index = before.length;
  if (index < ROOTS) return undefined;
  return before[index < ROOTS + BRANCHES ? index % ROOTS : ROOTS + (index % BRANCHES)]!.id;
}
