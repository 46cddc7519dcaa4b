import { describe, expect, test } from 'vitest';
import { writeRecords } from '../../../src/core/citation/export.ts';
import { toCsl } from '../../../src/core/citation/csl.ts';
import { readCslJson } from '../../../src/core/import/csl-json.ts';
import type { FoundPaper } from '../../../src/core/import/found-paper.ts';
import { readRis } from '../../../src/core/import/ris.ts';
import { createNote, type Note } from '../../../src/core/note/note.ts';
import { parseRichText, richTextToText } from '../../../src/core/text/rich-text.ts';
import { readEnvironment } from '../../../src/io/environment.ts';
import { readBibtex } from '../../../src/io/import/bibtex.ts';
import { readNotes } from '../../../src/io/notes.ts';

const readers = { bib: readBibtex, ris: readRis, json: readCslJson };

describe.each(['tests/fixtures/library/content', 'content'])('the papers of %s', (contentDir) => {
  const notes = readNotes(readEnvironment({ CONTENT_DIR: contentDir })).value.map(({ id, metadata }) =>
    createNote({ id, metadata, keywords: [], hasPdf: false, digest: '' }),
  );

  test.each(['bib', 'ris', 'json'] as const)('leave as .%s and come back as they were', (format) => {
    const { papers, unread } = readers[format](
      writeRecords(
        notes.map((note) => toCsl(note, ['Length bias', 'Reward model'])),
        format,
      ),
    );
    expect(unread).toEqual([]);
    expect(papers.map(read)).toEqual(notes.map((note) => expected(note)));
  });
});

function read({ title, authors = [], venue, status, date, links, keywords }: FoundPaper) {
  return {
    title: plain(title),
    authors,
    venue,
    isSubmitted: status === 'submitted',
    year: date?.slice(0, 4),
    arxiv: links.arxiv,
    doi: links.doi,
    keywords,
  };
}

/** A note in the same terms. An accepted paper is cited by the year of its venue. */
function expected({ title, authors, venue, status, date, links }: Note): ReturnType<typeof read> {
  const year = status === 'published' ? /\b(?:19|20)\d{2}\b/.exec(venue ?? '')?.[0] : undefined;
  return {
    title: richTextToText(title),
    authors: authors.map((name) => name.replace(/\s*,\s*/, '')),
    venue,
    isSubmitted: status === 'submitted',
    year: year ?? date?.slice(0, 4),
    arxiv: links.arxiv,
    doi: links.doi,
    keywords: ['Length bias', 'Reward model'],
  };
}

function plain(title: string): string {
  return richTextToText(parseRichText(title));
}
