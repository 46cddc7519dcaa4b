import { LinkTarget, PDFLinkService, type EventBus } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
import { formatLocation } from '../../core/reader/location.ts';

/** Follows the links inside a PDF and tells of every jump before it is made, so that Back can undo it. */
export class ReaderLinkService extends PDFLinkService {
  #onJump: (page: number) => void;

  constructor({ eventBus, onJump }: { eventBus: EventBus; onJump: (page: number) => void }) {
    super({ eventBus, externalLinkTarget: LinkTarget.BLANK, externalLinkRel: 'noopener noreferrer' });
    this.#onJump = onJump;
    this.#record(true);
  }

  /** Goes to a destination that the address names: it has its entry in the history already. */
  async arrive(destination: string): Promise<void> {
    this.#record(false);
    await this.goToDestination(destination);
    this.#record(true);
  }

  /** Makes a link inside the PDF one that can be copied and opened elsewhere. */
  override getDestinationHash(destination: string | unknown[]): string {
    return typeof destination === 'string' ? formatLocation({ destination }) : super.getDestinationHash(destination);
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
