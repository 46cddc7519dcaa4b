/** The two parts of a note's file. */
export interface SourceParts {
  /** The YAML between the two lines of three hyphens, or undefined if there is none. */
  readonly frontMatter: string | undefined;
  /** The Markdown after it. */
  readonly body: string;
  /** How many lines of the file stand before the body. */
  readonly bodyLine: number;
}

/** Cuts a note's file into front matter and body. Windows line ends and a byte order mark are understood. */
export function splitSource(source: string): SourceParts {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const match = /^---[ \t]*\n(?:([\s\S]*?)\n)??---[ \t]*(?:\n|$)/.exec(text);
  if (!match) return { frontMatter: undefined, body: text, bodyLine: 0 };
  return { frontMatter: match[1] ?? '', body: text.slice(match[0].length), bodyLine: countLines(match[0]) };
}

function countLines(text: string): number {
  return text.split('\n').length - 1;
}
