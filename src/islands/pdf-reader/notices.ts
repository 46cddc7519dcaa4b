/** How long a short notice is read, in milliseconds. */
const READ = 5000;

/** Shows and says in one line what came of a command, or what is going on. */
export class Notices {
  #line: HTMLElement;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(line: HTMLElement, signal: AbortSignal) {
    this.#line = line;
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  /** Shows a notice as long as it takes to read; an empty text takes away what is there. */
  show = (text: string): void => {
    this.#set(text);
    // A text to be copied by hand stays.
    if (text !== '' && !/^https?:|^>/.test(text)) this.#timer = setTimeout(() => this.#set(''), READ);
  };

  /** For what lasts: shows a notice when called with true, and takes it away when called with false, if it is still the one shown. */
  during =
    (text: string) =>
    (isOn: boolean): void => {
      if (isOn) this.#set(text);
      else if (this.#line.textContent === text) this.#set('');
    };

  #set(text: string): void {
    clearTimeout(this.#timer);
    // What is said already is not said again.
    if (this.#line.textContent !== text) this.#line.textContent = text;
    this.#line.dataset.shown = String(text !== '');
  }
}
