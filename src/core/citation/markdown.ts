import type { CslItem } from './csl.ts';
import { authorsInShort } from '../note/people.ts';

/** A paper as a Markdown link to where it can be found; only its title where that is unknown. */
export function toMarkdownLink({ title, URL }: Pick<CslItem, 'title' | 'URL'>): string {
  const text = escapeMarkdown(title);
  return URL === undefined ? text : `[${text}](${URL.replace(/[()\s]/g, encodeURIComponent)})`;
}

/** A paper as an item of a Markdown list: the link, its authors, where it appeared and when. */
export function toMarkdownItem(item: CslItem): string {
  const names = (item.author ?? []).map((name) => ('family' in name ? fullName(name) : name.literal));
  const year = item.issued?.['date-parts'][0]?.[0];
  const facts = [authorsInShort(names, 'en'), item['container-title'] ?? item.note ?? item.publisher, item['container-title'] ? '' : year];
  const parts = facts.filter(Boolean).map((fact) => escapeMarkdown(String(fact)).replace(/\.$/, ''));
  return `- ${[toMarkdownLink(item), ...parts].join('. ')}.`;
}

function fullName({ family, given }: { readonly family: string; readonly given: string }): string {
  return /^\p{Script=Han}+$/u.test(family) ? family + given : `${given} ${family}`;
}

/** A text in which the characters that Markdown gives a meaning are escaped. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>$]/g, '\\$&').replace(/\s+/g, ' ');
}
