import { SourceError } from '../../core/import/csl-json.ts';

/** Encodings that Chinese texts come in, with the characters that are commonest in them. */
const ENCODINGS = [
  { name: 'GBK', label: 'gb18030', iconv: 'GB18030', common: /[的一是不了在有和人这中大为上个国我以要他时来用们]/gu },
  { name: 'Big5', label: 'big5', iconv: 'BIG5', common: /[的一是不了在有和人這中大為上個國我以要他時來用們]/gu },
] as const;

/**
 * A file's text, which must be UTF-8; a byte order mark goes.
 * @throws {SourceError} that names the encoding the file seems to be in, and how to convert it.
 */
export function decodeText(bytes: Uint8Array, file: string): string {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) throw wrongEncoding(file, { name: 'UTF-16', iconv: 'UTF-16' });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (bytes.subarray(0, 4096).includes(0))
      throw new SourceError(`${file} is no text: it holds bytes that no text has.`, { cause: error });
    throw wrongEncoding(file, likelyEncoding(bytes));
  }
}

/** The encoding in which a text reads most like Chinese. */
function likelyEncoding(bytes: Uint8Array): { name: string; iconv: string } | undefined {
  const scored = ENCODINGS.map(({ name, label, iconv, common }) => {
    const text = new TextDecoder(label).decode(bytes);
    const faults = text.match(/\uFFFD/g)?.length ?? 0;
    return { name, iconv, score: (text.match(common)?.length ?? 0) - 4 * faults };
  });
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one));
  return best.score > 0 ? best : undefined;
}

function wrongEncoding(file: string, encoding: { name: string; iconv: string } | undefined): SourceError {
  const from = encoding?.iconv ?? 'ISO-8859-1';
  const what = encoding ? `It seems to be ${encoding.name}.` : 'Its encoding could not be told.';
  return new SourceError(
    `${file} is not UTF-8. ${what} Convert it with “iconv -f ${from} -t UTF-8 ${file} > converted-${file.split('/').at(-1)}”, or save it as UTF-8 in your editor.`,
  );
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}
