import { excerptOf } from '../../core/search/present.ts';
import { segmentText, isSpaced } from '../../core/search/segment.ts';
import { languageTag } from '../../core/site/locale.ts';
import { siteUrls } from '../../core/site/urls.ts';
import { fillTemplate } from '../../core/text/template.ts';
import type { PdfPageHit, PdfPaper } from './pdf-engine.ts';
import { element, fill } from './search-result.ts';
import type { ResultWords } from './search-words.ts';

/** A paper of which only pages answer, as a list item: its title, and the pages beneath it. */
export function renderPaper(paper: PdfPaper, words: ResultWords): HTMLElement {
  const item = element('li', 'result');
  item.dataset.paper = paper.note;
  const { title, titleZh } = paper.pages[0]!.record;
  const link = element('a', 'title');
  const locale = words.locale === 'zh' && titleZh !== '' ? 'zh' : 'en';
  link.href = siteUrls(words.base).note(paper.note, words.locale);
  link.lang = languageTag(locale);
  link.textContent = locale === 'zh' ? closed(titleZh) : title;
  item.append(link, renderPages(paper, words));
  return item;
}

/** The pages of a paper that answer, each with its number and the passage that matches best. */
export function renderPages({ note, pages }: PdfPaper, words: ResultWords): HTMLElement {
  const list = element('ol', 'pages');
  list.setAttribute('role', 'list');
  list.append(...pages.map((page) => renderPage(note, page, words)));
  return list;
}

function renderPage(note: string, { page, phrase, record, matches }: PdfPageHit, words: ResultWords): HTMLElement {
  const item = element('li', 'pdf-page');
  item.dataset.page = String(page);
  const link = element('a', 'place');
  link.href = siteUrls(words.base).reader(note, words.locale, { page, search: phrase });
  link.textContent = fillTemplate(words.matched?.pdfPage ?? '{page}', { page });
  item.append(link);
  const excerpt = excerptOf(record, matches, { reader: words.locale });
  if (excerpt) item.append(fill(element('p', 'excerpt'), excerpt));
  return item;
}

/** A text whose words stand apart, as it is written. */
function closed(text: string): string {
  const tokens = segmentText(text);
  return tokens.map((token, index) => (index > 0 && isSpaced(tokens[index - 1]!, token) ? ' ' : '') + token).join('');
}
