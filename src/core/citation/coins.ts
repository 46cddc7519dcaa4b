import type { CslItem } from './csl.ts';

/**
 * A paper as the title of a `<span class="Z3988">`, by which Zotero finds the papers of a list
 * (https://ocoins.info, an OpenURL ContextObject in KEV format).
 */
export function toCoins(item: CslItem): string {
  const conference = item.type === 'paper-conference';
  const date = item.issued?.['date-parts'][0]?.map((part) => String(part).padStart(2, '0')).join('-');
  const pairs: readonly (readonly [string, string | undefined])[] = [
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', conference ? 'info:ofi/fmt:kev:mtx:book' : 'info:ofi/fmt:kev:mtx:dc'],
    ['rft.genre', conference ? 'proceeding' : undefined],
    ['rft.type', conference ? undefined : 'preprint'],
    [conference ? 'rft.atitle' : 'rft.title', item.title],
    ['rft.btitle', item['container-title']],
    ['rft.date', date],
    ...(item.author ?? []).map((name): [string, string] => {
      const text = 'family' in name ? `${name.family}, ${name.given}` : name.literal;
      return [conference ? 'rft.au' : 'rft.creator', text];
    }),
    ['rft_id', item.DOI && `info:doi/${item.DOI}`],
    ['rft_id', item.URL],
    ['rft.identifier', conference ? undefined : item.URL],
    ['rft.language', item.language],
  ];
  return pairs.flatMap(([key, value]) => (value ? [`${key}=${encodeURIComponent(value)}`] : [])).join('&');
}
