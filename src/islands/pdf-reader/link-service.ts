import { LinkTarget, PDFLinkService, type EventBus } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
import { formatLocation, type Destination } from '../../core/reader/location.ts';

/** Where a destination of a PDF leads. */
export interface ResolvedDestination {
  /** The page, counted from 1. */
  readonly page: number;
  /** The destination written out: the page, the kind of view and its numbers. */
  readonly view: readonly unknown[];
}

/** Follows the links inside a PDF and tells of every jump before it is made, so that Back can undo it. */
export class ReaderLinkService extends PDFLinkService {
  #onJump: (page: number) => void;

  constructor({ eventBus, onJump }: { eventBus: EventBus; onJump: (page: number) => void }) {
    super({ eventBus, externalLinkTarget: LinkTarget.BLANK, externalLinkRel: 'noopener noreferrer' });
    this.#onJump = onJump;
    this.#record(true);
  }

  /** Goes to a destination that the address names, if the file has it; it has its entry in the history already. */
  async arrive(destination: Destination): Promise<void> {
    const resolved = await this.resolve(destination);
    if (!resolved) return;
    this.#record(false);
    await this.goToDestination([resolved.page - 1, ...resolved.view.slice(1)]);
    this.#record(true);
  }

  /** Finds out where a destination leads; undefined if the file has none of that name, or it is malformed. */
  async resolve(destination: Destination): Promise<ResolvedDestination | undefined> {
    const pdf = this.pdfDocument;
    if (!pdf) return undefined;
    try {
      const view: unknown = typeof destination === 'string' ? await pdf.getDestination(destination) : destination;
      if (!Array.isArray(view)) return undefined;
      const [target, kind] = view as [unknown, { name?: unknown } | undefined];
      const page = typeof target === 'number' ? target + 1 : (await pdf.getPageIndex(target as { num: number; gen: number })) + 1;
      return page >= 1 && page <= pdf.numPages && typeof kind?.name === 'string' ? { page, view } : undefined;
    } catch {
      return undefined;
    }
  }

  /** Makes a link inside the PDF one that can be copied and opened elsewhere. */
  override getDestinationHash(destination: string | unknown[]): string {
    return destination ? formatLocation({ destination }) : '#';
  }

  #record(isOn: boolean): void {
    this.setHistory(isOn ? this.#history : null);
  }

  /** What pdf.js calls its history: it tells where it goes, and a PDF's own buttons may go back. */
  get #history() {
    return {
      pushCurrentPosition: () => undefined,
      push: ({ pageNumber }: { pageNumber: number }) => this.#onJump(pageNumber),
      pushPage: (page: number) => this.#onJump(page),
      back: () => history.back(),
      forward: () => history.forward(),
    };
  }
}
