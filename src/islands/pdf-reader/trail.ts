import { fillTemplate } from '../../core/text/template.ts';
import { trailOf } from './url-history.ts';

/** A button that leads back to where the reader was before a jump. */
export class Trail {
  #button: HTMLElement;
  #from: number | undefined;

  constructor(button: HTMLElement, signal: AbortSignal) {
    this.#button = button;
    button.addEventListener('click', () => history.back(), { signal });
    this.lead(trailOf(history.state));
  }

  get isOpen(): boolean {
    return !this.#button.hidden;
  }

  /** Names the page that Back leads to; undefined if it leads out of the paper. */
  lead = (page: number | undefined): void => {
    this.#from = page;
    const label = this.#button.querySelector<HTMLElement>('[data-label]')!;
    label.textContent = fillTemplate(label.dataset.label ?? '', { page: page ?? '' });
    if (page === undefined) this.#button.hidden = true;
  };

  /** Shows the button unless the reader is on that page anyway. */
  follow(page: number): void {
    const isHidden = this.#from === undefined || this.#from === page;
    // Writing what it says already would have the style of all pages worked out anew.
    if (this.#button.hidden !== isHidden) this.#button.hidden = isHidden;
  }
}
