const HAN_THEN_LATIN = /(\p{Script=Han})(?=[\p{Script=Latin}\p{Script=Greek}\p{N}])/gu;
const LATIN_THEN_HAN = /([\p{Script=Latin}\p{Script=Greek}\p{N}])(?=\p{Script=Han})/gu;

/** A text in which a space stands between Chinese characters and Latin letters or digits: `NS-DPO 扩展了 DPO`. */
export function spaceScripts(text: string): string {
  return text.replace(HAN_THEN_LATIN, '$1 ').replace(LATIN_THEN_HAN, '$1 ');
}
