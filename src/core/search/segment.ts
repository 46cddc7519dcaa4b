const HAN_RUN = /[\p{Script=Han}々〇]+|[\u3000-\u303F\uFF01-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF65]/gu;
const WIDE_EDGE = /[\p{Script=Han}々〇\u3000-\u303F\uFF01-\uFF65]/u;

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** The words of a run of Han characters, in order; nothing is dropped. */
export function hanWords(run: string): string[] {
  return Array.from(words.segment(run), ({ segment }) => segment);
}

/**
 * Cuts a text at white space, and Chinese between its words and punctuation marks too. The search index, which knows
 * nothing of Chinese, sees exactly these tokens; a token's place in the list is its place in the index.
 * @example segmentText('研究偏好漂移 under drift.') // ['研究', '偏好', '漂移', 'under', 'drift.']
 */
export function segmentText(text: string): string[] {
  return text.split(/\s+/u).flatMap(segmentPiece);
}

function segmentPiece(piece: string): string[] {
  const tokens: string[] = [];
  let position = 0;
  for (const match of piece.matchAll(HAN_RUN)) {
    tokens.push(piece.slice(position, match.index), ...hanWords(match[0]));
    position = match.index + match[0].length;
  }
  tokens.push(piece.slice(position));
  return tokens.filter((token) => token !== '');
}

/** Whether two neighboring tokens are written with a space between them: Chinese takes none. */
export function isSpaced(left: string, right: string): boolean {
  return !WIDE_EDGE.test(left.slice(-1)) && !WIDE_EDGE.test(right.slice(0, 1));
}

/** A text as it is compared: compatibility forms and letter case made equal, broken characters replaced. */
export function foldText(text: string): string {
  return text.toWellFormed().normalize('NFKC').toLowerCase();
}

/** A text without the spaces beside Chinese, which takes none: `f 散度` is `f散度`. */
export function closeUp(text: string): string {
  return text.replace(/ (?=\p{Script=Han})|(?<=\p{Script=Han}) /gu, '');
}
