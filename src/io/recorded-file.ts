import type * as PdfJs from 'pdfjs-dist';
import { PIECE, rangesOfPieces, type ByteRange } from '../core/reader/opening-parts.ts';

/** A PDF in memory that is read piece by piece, as over a network, and remembers which pieces were asked for. */
export interface RecordedFile {
  readonly transport: PdfJs.PDFDataRangeTransport;
  /** The ranges asked for since the last call. */
  readonly take: () => ByteRange[];
}

/** Lets pdf.js read a file in such a way that it can be told what was read. */
export function recordFile(pdfjs: typeof PdfJs, data: Uint8Array): RecordedFile {
  let asked: number[] = [];
  class RecordingTransport extends pdfjs.PDFDataRangeTransport {
    override requestDataRange(begin: number, end: number): void {
      for (let piece = begin / PIECE; piece * PIECE < end; piece++) asked.push(piece);
      // pdf.js waits for the answer only once it has asked.
      setImmediate(() => this.onDataRange(begin, data.slice(begin, end)));
    }
  }
  const take = () => {
    const ranges = rangesOfPieces(asked, data.length);
    asked = [];
    return ranges;
  };
  return { transport: new RecordingTransport(data.length, null), take };
}
