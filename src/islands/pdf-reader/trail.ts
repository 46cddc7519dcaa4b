import { fillTemplate } from '../../core/text/template.ts';
import { trailOf } from './url-history.ts';

/** A button that leads back to where the reader was before a jump. */
export class Trail {
  #button: HTMLElement;
  #from: number | undefined;
  #hasLeft = false;

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
    this.#hasLeft = false;
    this.#button.hidden = page === undefined;
    const label = this.#button.querySelector<HTMLElement>('[data-label]')!;
    label.textContent = fillTemplate(label.dataset.label ?? '', { page: page ?? '' });
  };

  /** Goes away when the reader has come back by themselves, having seen another page. */
  follow(page: number): void {
    if (page !== this.#from) this.#hasLeft = true;
    else if (this.#hasLeft) this.#button.hidden = true;
  }
}
