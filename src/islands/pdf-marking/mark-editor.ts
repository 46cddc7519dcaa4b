import { scrollWithin } from './scroll-within.ts';
import { parseColor, parseKind, type Mark } from '../../core/annotation/mark.ts';

/** What comes of editing. */
export interface MarkEditorOptions {
  readonly onSave: (after: Mark) => void;
  readonly onCancel: () => void;
}

/** The form in which a mark's kind, color and comment are changed. */
export class MarkEditor {
  readonly element: HTMLFormElement;
  readonly mark: Mark;
  #options: MarkEditorOptions;

  constructor(template: HTMLTemplateElement, mark: Mark, options: MarkEditorOptions) {
    this.mark = mark;
    this.#options = options;
    this.element = (template.content.cloneNode(true) as DocumentFragment).querySelector('form')!;
    this.#comment.value = mark.comment;
    for (const radio of this.element.querySelectorAll<HTMLInputElement>('input[type=radio]'))
      radio.checked = radio.value === mark.kind || radio.value === mark.color;
    this.element.addEventListener('submit', this.#onSubmit);
    this.element.addEventListener('keydown', this.#onKey);
    this.element.querySelector('[data-cancel]')!.addEventListener('click', options.onCancel);
  }

  focus(): void {
    this.#comment.focus({ preventScroll: true });
    scrollWithin(this.element);
  }

  get #comment(): HTMLTextAreaElement {
    return this.element.querySelector('textarea')!;
  }

  #onSubmit = (event: Event): void => {
    event.preventDefault();
    const data = new FormData(this.element);
    const kind = parseKind(String(data.get('kind'))) ?? this.mark.kind;
    const color = parseColor(String(data.get('color'))) ?? this.mark.color;
    this.#options.onSave({ ...this.mark, kind, color, comment: this.#comment.value.trim() });
  };

  #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.element.requestSubmit();
    else if (event.key === 'Escape') this.#options.onCancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}
