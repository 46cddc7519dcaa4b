/** A link as it stands in a line of Markdown or HTML. */
export interface LineLink {
  readonly url: string;
  readonly label: string;
}

const HTML_LINK = /<a\b[^>]*?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))[^>]*>([\s\S]*?)<\/a>/gi;
const MARKDOWN_LINK = /\[((?:[^\][]|\[[^\]]*\])*)\]\(\s*<?([^\s)>]*)>?(?:\s+["'][^)]*)?\s*\)/g;
const BARE_ADDRESS = /<?(https?:\/\/[^\s<>"'）)，。]+)>?/g;

/** The links of a line in HTML, Markdown or bare, and what stands in it beside them. */
export function findLinks(line: string): { links: LineLink[]; rest: string } {
  const links: LineLink[] = [];
  const rest = line
    .replace(HTML_LINK, (...[, double, single, plain, label]: string[]) => {
      links.push({ url: (double ?? single ?? plain ?? '').trim(), label: (label ?? '').replace(/<[^>]*>/g, '').trim() });
      return '';
    })
    .replace(MARKDOWN_LINK, (_, label: string, url: string) => {
      links.push({ url, label: label.trim() });
      return '';
    })
    .replace(BARE_ADDRESS, (_, url: string) => {
      links.push({ url, label: '' });
      return '';
    });
  return { links, rest: rest.replace(/^[\s*+\-|·•,，、:：]+|[\s|·•,，、:：]+$/g, '') };
}
