import { isHan, isHanSetting } from './characters.ts';
import { endsInHyphen, keepsHyphen, type Vocabulary } from './hyphens.ts';

/** How two lines of a paragraph are joined. */
export interface Joint {
  /** Whether the hyphen at the end of the first line goes. */
  readonly dropsHyphen: boolean;
  /** What stands between the lines. */
  readonly between: '' | ' ';
}

/** What a document shows about the way in which its lines are to be joined. */
export interface Habits {
  readonly vocabulary: Vocabulary;
  /** Whether there is a space between an ideograph and a Latin word beside it. */
  readonly spacesHan: boolean;
}

const HAN = /\p{Script=Han}/u;
const HAN_BESIDE_LATIN = /[\p{Script=Han}] ?[\p{Script=Latin}\p{N}]/gu;
const OPEN_URL = /https?:\/\/\S*[/_=&?.%#-]$/;

/**
 * Joins two lines as they would stand on one.
 * @param above The paragraph so far, or its last words.
 * @param below The next line.
 */
export function jointOf(above: string, below: string, { vocabulary, spacesHan }: Habits): Joint {
  if (OPEN_URL.test(above) && /^[\p{Ll}\p{N}%_?&=#/-]/u.test(below)) return { dropsHyphen: false, between: '' };
  if (endsInHyphen(above)) return { dropsHyphen: !keepsHyphen(above, below, vocabulary), between: '' };
  const [last, first] = [above.at(-1)!, below[0]!];
  if (isHanSetting(last) && isHanSetting(first) && (isHan(last) || isHan(first))) return { dropsHyphen: false, between: '' };
  if (isHan(last) || isHan(first)) return { dropsHyphen: false, between: spacesHan ? ' ' : '' };
  return { dropsHyphen: false, between: /[^\s][—–]$/.test(above) ? '' : ' ' };
}

/** Whether a document's lines have spaces between ideographs and Latin words. */
export function spacesHan(lines: Iterable<string>): boolean {
  let [spaced, tight] = [0, 0];
  for (const line of lines) {
    if (!HAN.test(line)) continue;
    for (const [found] of line.matchAll(HAN_BESIDE_LATIN)) {
      if (found.includes(' ')) spaced++;
      else tight++;
    }
  }
  return spaced >= tight;
}
