import type { Catalogue } from '../catalogue/catalogue.ts';
import { escapeMarkdown } from '../citation/markdown.ts';
import { plainTitle } from '../note/note.ts';
import { authorsInShort } from '../note/people.ts';
import { apiNames, exportFormats, type SiteUrls } from './urls.ts';

/**
 * What the site holds, for language models (https://llmstxt.org): a heading, a quotation that says what it is, and lists
 * of links, those of notes to their Markdown.
 * @param absolute Makes an address of the site absolute.
 */
export function writeLlms(catalogue: Catalogue, urls: SiteUrls, absolute: (path: string) => string): string {
  const { site, notes, lists } = catalogue;
  const link = (text: string, path: string) => `- [${escapeMarkdown(text)}](${absolute(path)})`;
  const about = [site.description?.en, site.description?.zh].filter((text, index, all) => text && all.indexOf(text) === index);
  return (
    [
      `# ${site.title.en}`,
      ...(about.length > 0 ? [`> ${about.join(' ')}`] : []),
      'Each note digests one paper in English and Chinese. Cite the paper, not the note; the key points and abstracts are digests, not the authors’ words, unless a note names an abstractSource.',
      '## Notes',
      notes
        .map((note) => {
          const facts = [authorsInShort(note.authors, 'en'), note.venue ?? note.date?.slice(0, 4) ?? ''].filter(Boolean).join(', ');
          return link(plainTitle(note, 'en'), urls.export(note.id, 'md')) + (facts && `: ${escapeMarkdown(facts)}`);
        })
        .join('\n'),
      '## Data',
      [
        ...apiNames.map((name) => `${link(`${name}.json`, urls.api(name))}: described by [its schema](${absolute(urls.apiSchema(name))})`),
        ...exportFormats.map((format) => link(`papers.${format}`, urls.exportAll(format))),
      ].join('\n'),
      '## Optional',
      [
        link('All papers', urls.home('en')),
        link('全部论文', urls.home('zh')),
        link('Keywords in both languages', urls.keywords('en')),
        ...lists.map(({ list }) => link(list.title.en, urls.exportList(list.id, 'md'))),
      ].join('\n'),
    ].join('\n\n') + '\n'
  );
}
