import type { CslItem, CslName } from './csl.ts';

/**
 * A paper as RIS, in the tags and types that Zotero reads: `CPAPER` when it was accepted, else `MANSCPT`, for RIS has no
 * preprint, and of its types for unpublished work this is the one that every reader of the format knows. Two letters, two spaces, a hyphen and a space begin each line; `TY` comes first and `ER` last.
 */
export function toRis(item: CslItem): string {
  const [year, month, day] = item.issued?.['date-parts'][0] ?? [];
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['TY', item.type === 'paper-conference' ? 'CPAPER' : 'MANSCPT'],
    ['ID', item.id],
    ['TI', item.title],
    ['ST', item['title-short']],
    ...(item.author ?? []).map((name) => ['AU', risName(name)] as const),
    ['PY', year?.toString()],
    ['DA', year && month ? [year, pad(month), day ? pad(day) : ''].join('/') : undefined],
    ['T2', item['container-title']],
    ['PB', item.publisher],
    ['DO', item.DOI],
    ['UR', item.URL],
    ['N1', item.number],
    ['N1', item.note],
    ...(item.keyword?.split(', ') ?? []).map((keyword) => ['KW', keyword] as const),
    ['LA', item.language],
  ];
  return [...lines.flatMap(([tag, value]) => (value ? [`${tag}  - ${value.replace(/\s+/g, ' ')}`] : [])), 'ER  - ', ''].join('\r\n');
}

function pad(part: number): string {
  return String(part).padStart(2, '0');
}

function risName(name: CslName): string {
  return 'family' in name ? `${name.family}, ${name.given}` : name.literal;
}
