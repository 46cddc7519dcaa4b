import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { describe, expect, test } from 'vitest';
import { arxivId, toCsl, type CslItem, type CslName } from '../../../src/core/citation/csl.ts';
import { writeRecords } from '../../../src/core/citation/export.ts';
import { createNote } from '../../../src/core/note/note.ts';
import { readEnvironment } from '../../../src/io/environment.ts';
import { readNotes } from '../../../src/io/notes.ts';
import { noteOf } from '../../helpers/catalogue.ts';

type Read = Readonly<Record<string, unknown>>;

const KEYWORDS = ['Length bias', 'R&D', 'λ-calculus'];
const collections = { 'the miniature library': 'tests/fixtures/library/content', 'the real collection': 'content' };

function itemsOf(contentDir: string): CslItem[] {
  const { value } = readNotes(readEnvironment({ CONTENT_DIR: contentDir }));
  return value.map(({ id, metadata }) =>
    toCsl(createNote({ id, metadata, keywords: [], hasPdf: false, digest: '' }), metadata.keywords.length > 0 ? KEYWORDS : []),
  );
}

const oddities = [
  {
    title: '$\\alpha$-DPO & 95\\% of \\textbf{3D} {Braces} in $K_{\\mathrm{ref}}^2$',
    authors: ['José Ñuflo de la Peña', '林小舟', '欧阳晓', 'Plato'],
  },
  { title: 'A_b # c ~ d ^ e \\{ f \\} <g> "h" ‘i’ — 100% $\\times$ 2', authors: ['Łukasz Øster', 'Nguyễn Văn Ánh', 'O’Hara, Bobby'] },
  { title: '用长度归一化减轻“冗长偏好”：一种方法', authors: ['诸葛亮', 'Zoë Ångström'], venue: 'R&D 2024', date: '2023-12-01' },
  {
    title: 'Sand and Land',
    authors: ['Rock and Roll Group, The', 'Anders Anderson'],
    venue: 'ICLR 2025',
    status: 'submitted',
    links: { arxiv: '2410.00001' },
  },
] as const;
const odd = oddities.map((input, index) =>
  toCsl(noteOf({ ...structuredClone(input), authors: [...input.authors] } as never, `odd-${index}`), KEYWORDS),
);

const cases: [string, CslItem[]][] = [
  ...Object.entries(collections).map(([name, folder]): [string, CslItem[]] => [name, itemsOf(folder)]),
  ['odd titles and names', odd],
];

describe.each(cases)('%s, read again by another program', (_, items) => {
  test('from BibTeX', () => {
    const read = new Cite(writeRecords(items, 'bib')).data;
    expect(read.map((entry, index) => fromBibtex(entry, items[index]!))).toEqual(items.map(asBibtexHolds));
    expect(new Set(read.map(({ id }) => id)).size).toBe(items.length);
  });

  test('from RIS', () => {
    const read = new Cite(writeRecords(items, 'ris')).data;
    expect(read.map(fromRis)).toEqual(items.map(asRisHolds));
  });

  test('from CSL-JSON', () => {
    const read = new Cite(writeRecords(items, 'json')).data;
    expect(read.map((entry) => withoutUndefined({ ...entry, _graph: undefined }))).toEqual(items);
  });
});

/** What both formats hold of a record; spaces and particles of names are a matter of the reader. */
function common(item: CslItem): Read {
  return {
    title: item.title,
    author: item.author?.map(nameText),
    year: item.issued?.['date-parts'][0]?.[0],
    venue: item['container-title'],
    DOI: item.DOI,
    URL: item.URL,
    keyword: item.keyword?.split(', '),
    accepted: item.type === 'paper-conference',
  };
}

function asBibtexHolds(item: CslItem): Read {
  const note = item.number === undefined && arxivId(item) ? undefined : item.note;
  return { ...common(item), short: item['title-short'], month: item.issued?.['date-parts'][0]?.[1], arxiv: arxivId(item), note };
}

function fromBibtex(entry: Read, item: CslItem): Read {
  const [year, month] = datePart(entry);
  // This reader drops the eprint, which the format has for a preprint's number.
  const arxiv = /^ {2}eprint = \{(.*)\},$/m.exec(writeRecords([item], 'bib'))?.[1];
  return { ...readCommon(entry), year, short: entry['title-short'], month, arxiv, note: entry.note };
}

function asRisHolds(item: CslItem): Read {
  return {
    ...common(item),
    id: item.id,
    date: item.issued?.['date-parts'][0],
    notes: [item.number, item.note].filter(Boolean),
    language: item.language,
  };
}

function fromRis(entry: Read): Read {
  const [year] = datePart(entry);
  const notes = [entry.note ?? []].flat();
  const venue = entry['event-title'];
  return {
    ...readCommon(entry),
    venue,
    year,
    id: entry.id,
    date: datePart(entry).length > 0 ? datePart(entry) : undefined,
    notes,
    language: entry.language,
  };
}

function readCommon(entry: Read): Read {
  // What a library gives as CSL-JSON has the fields of CSL-JSON.
  const item = entry as unknown as CslItem;
  return {
    title: item.title,
    author: item.author?.map(nameText),
    venue: item['container-title'],
    DOI: item.DOI,
    URL: item.URL,
    keyword: item.keyword?.split(',').map((keyword) => keyword.trim()),
    accepted: item.type === 'paper-conference',
  };
}

function datePart(entry: Read): readonly number[] {
  return (entry as unknown as CslItem).issued?.['date-parts'][0] ?? [];
}

/** A name as one text, its particle beside the family name wherever a reader keeps it. */
function nameText(name: CslName | Readonly<Record<string, string>>): string {
  const parts = name as Readonly<Record<string, string>>;
  const family = [parts['non-dropping-particle'], parts['dropping-particle'], parts.family ?? parts.literal].filter(Boolean).join(' ');
  return parts.given ? `${family}, ${parts.given}` : family;
}

function withoutUndefined(record: Read): Read {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
