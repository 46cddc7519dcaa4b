import { fillTemplate } from '../../core/text/template.ts';
import type { Failure } from './document.ts';

/** What stands in the place of the pages while there are none: that they are coming, or why they are not. */
export class Covers {
  #root: HTMLElement;
  #signal: AbortSignal;

  constructor(root: HTMLElement, signal: AbortSignal) {
    this.#root = root;
    this.#signal = signal;
  }

  /** Says that the PDF is on its way, and how much of it has arrived (0 to 1) where that is known. */
  loading(share?: number): void {
    const text = this.#find('[data-loading]');
    const percent = Math.floor((share ?? 0) * 100);
    text.textContent = fillTemplate((share === undefined ? text.dataset.loading : text.dataset.progress) ?? '', { percent });
    this.#bar.value = share ?? 0;
    if (share === undefined) this.#bar.removeAttribute('value');
    this.#show('loading');
  }

  /** Says that the site has no PDF, and where there is one. */
  absent(): void {
    this.#show('absent');
  }

  /** Says that the PDF could not be opened and what can still be done. */
  failed(failure: Failure): void {
    for (const reason of this.#root.querySelectorAll<HTMLElement>('[data-reason]')) reason.hidden = reason.dataset.reason !== failure;
    this.#show('failed');
  }

  /** Asks for the password; never settles if the reader turns to something else. */
  password(isWrong: boolean): Promise<string> {
    const form = this.#root.querySelector<HTMLFormElement>('form[data-cover="password"]')!;
    const field = form.querySelector('input')!;
    this.#find('[data-wrong-password]').hidden = !isWrong;
    field.ariaInvalid = String(isWrong);
    field.value = '';
    this.#show('password');
    field.focus();
    return new Promise((resolve) => {
      form.addEventListener(
        'submit',
        (event) => {
          event.preventDefault();
          this.loading();
          resolve(field.value);
        },
        { once: true, signal: this.#signal },
      );
    });
  }

  /** Leaves the place to the pages. */
  done(): void {
    this.#show(undefined);
  }

  #show(name: string | undefined): void {
    for (const cover of this.#root.querySelectorAll<HTMLElement>('[data-cover]')) cover.hidden = cover.dataset.cover !== name;
  }

  get #bar(): HTMLProgressElement {
    return this.#root.querySelector('progress')!;
  }

  #find(selector: string): HTMLElement {
    return this.#root.querySelector<HTMLElement>(selector)!;
  }
}
