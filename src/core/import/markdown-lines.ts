/** A line of a Markdown text. */
export interface MarkdownLine {
  readonly text: string;
  /** Its number, counted from 1. */
  readonly number: number;
  /** The heading that it is, outside fenced code; undefined for every other line. */
  readonly heading: { readonly depth: number; readonly text: string } | undefined;
}

/** The lines of a Markdown text; a byte order mark and Windows line ends are understood, hashes inside fenced code are no headings. */
export function readLines(source: string): MarkdownLine[] {
  let fence: string | undefined;
  return source
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((text, index) => {
      const mark = /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1];
      const isInside = fence !== undefined;
      if (mark && fence === undefined) fence = mark;
      else if (mark && fence && mark.startsWith(fence) && text.trim() === mark) fence = undefined;
      return { text, number: index + 1, heading: isInside || mark ? undefined : readHash(text) };
    });
}

function readHash(text: string): MarkdownLine['heading'] {
  const match = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/.exec(text);
  return match ? { depth: match[1]!.length, text: (match[2] ?? '').replace(/^#+$/, '').trim() } : undefined;
}

/** Lines as text, without blank lines around them. */
export function joinLines(lines: readonly Pick<MarkdownLine, 'text'>[]): string {
  return lines
    .map(({ text }) => text.trimEnd())
    .join('\n')
    .replace(/^\n+|\n+$/g, '');
}

/** Lines with their headings one or more levels up: `####` becomes `###`. */
export function raiseHeadings(lines: readonly MarkdownLine[], levels: number): { text: string }[] {
  return lines.map(({ text, heading }) => ({
    text: heading ? `${'#'.repeat(Math.max(1, heading.depth - levels))} ${heading.text}`.trimEnd() : text,
  }));
}
