/** A passage and where it stands. */
export interface Quotation {
  /** The passage; each of its lines is a paragraph. */
  readonly text: string;
  /** What the link says, such as `SimPO, p. 7`. */
  readonly source: string;
  readonly url: string;
}

/**
 * Writes a passage as a quotation in Markdown, with its source as a link below it.
 * @example formatQuotation({ text: 'A line.', source: 'SimPO, p. 7', url: 'https://…' }) // '> A line.\n>\n> — [SimPO, p. 7](https://…)\n'
 */
export function formatQuotation({ text, source, url }: Quotation): string {
  const paragraphs = text.split('\n').map((line) => line.trim()).filter((line) => line !== ''); // prettier-ignore
  const link = `— [${escapeMarkdown(source)}](<${url}>)`;
  return `${[...paragraphs.map(escapeStart), link].map((line) => `> ${line}`).join('\n>\n')}\n`;
}

/** A line of a paper that begins like a list, a heading or a quotation is none. */
function escapeStart(line: string): string {
  return line.replace(/^([#>+*-]|\d+(?=[.)]\s))/, (start) => (/\d/.test(start) ? start : `\\${start}`)).replace(/^(\d+)([.)]\s)/, '$1\\$2');
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\[\]*_`<]/g, '\\$&');
}
