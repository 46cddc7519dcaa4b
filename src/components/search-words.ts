import type { Strings } from '../i18n/en.ts';
import type { SearchWords } from '../islands/search-dialog/search-words.ts';

/** The words that a search box says in the browser, in a page's language. */
export function searchWords(t: Strings): SearchWords {
  return {
    none: t['search.none'],
    one: t['search.one'],
    many: t['search.many'],
    first: t['search.first'],
    unmet: t['search.unmet'],
    pdfsFailed: t['search.pdfsFailed'],
    nearest: t['search.nearest'],
    unfilter: t['search.unfilter'],
    unconditional: t['search.unconditional'],
    submitted: t['note.submitted'],
    preprint: t['note.preprint'],
    foundIn: t['search.foundIn'],
    answers: t['search.answers'],
    translated: t['search.translated'],
    related: t['search.related'],
    pdfPage: t['search.pdfPage'],
    parts: {
      title: t['search.in.title'],
      authors: t['search.in.authors'],
      venue: t['search.in.venue'],
      keywords: t['search.in.keywords'],
      'key-points': t['search.in.keyPoints'],
      abstract: t['search.in.abstract'],
      other: t['search.in.other'],
      questions: t['search.in.questions'],
    },
  };
}
