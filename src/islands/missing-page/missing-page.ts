import type { Locale } from '../../core/site/locale.ts';
import { wordsOfPath } from '../../core/search/missing-path.ts';
import { siteUrls } from '../../core/site/urls.ts';

/** How many pages are offered in place of the missing one. */
const OFFERED = 5;

/** The page for addresses that lead nowhere: speaks the language of the address and offers the nearest papers. */
class MissingPage extends HTMLElement {
  connectedCallback(): void {
    const { words, locale } = wordsOfPath(location.pathname, this.dataset.base!);
    for (const part of this.querySelectorAll<HTMLElement>('[data-locale]')) part.hidden = part.dataset.locale !== locale;
    // Without the index the page still leads home.
    if (words !== '') this.#offer(words, locale).catch((error: unknown) => console.error(error));
  }

  async #offer(words: string, locale: Locale): Promise<void> {
    const [{ SearchEngine }, { renderResult }] = await Promise.all([
      import('../search-dialog/search-engine.ts'),
      import('../search-dialog/search-result.ts'),
    ]);
    const part = this.querySelector<HTMLElement>(`[data-locale=${locale}]`)!;
    const { base, index } = this.dataset;
    const addresses = { index: index!, records: siteUrls(base!).records() };
    const { found } = await new SearchEngine(addresses).search(words);
    const context = { base: base!, locale, submitted: part.dataset.submitted!, preprint: part.dataset.preprint! };
    const items = await Promise.all(found.slice(0, OFFERED).map(async (result) => renderResult(await result.load(), result, context)));
    const list = part.querySelector<HTMLElement>('[data-part=results]')!;
    list.replaceChildren(...items);
    list.dataset.searchState = 'done';
    part.querySelector<HTMLElement>('[data-part=nearest]')!.hidden = items.length === 0;
    part.querySelector<HTMLInputElement>('input')!.value = words;
  }
}

customElements.define('missing-page', MissingPage);
