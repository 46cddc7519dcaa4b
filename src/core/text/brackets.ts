const OPEN = /[(（]/;
const CLOSE = /[)）]/;
const ENUMERATOR = /(?:^|[\s，。；,;:：])(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,4})$/;

/**
 * The first round bracket of a text that has no partner, counted from 0, or undefined if there is none. Half and full width
 * count as one kind, for Chinese texts mix them; the one of `1)` or `a)` needs no partner, and formulas are left out.
 */
export function unpairedBracket(text: string): number | undefined {
  const plain = text.replace(/\$[^$]*\$|`[^`]*`/g, (match) => ' '.repeat(match.length));
  const open: number[] = [];
  for (let index = 0; index < plain.length; index++) {
    if (OPEN.test(plain[index]!)) open.push(index);
    else if (CLOSE.test(plain[index]!) && open.pop() === undefined && !ENUMERATOR.test(plain.slice(Math.max(0, index - 6), index)))
      return index;
  }
  return open[0];
}
