/** Names under which a reader's choices are kept in their browser; nothing of it leaves the browser. */
export const storageKeys = {
  /** The chosen theme, `light` or `dark`; absent while the system decides. */
  theme: 'reading-room-theme',
  /** The form in which abstracts are read: `side`, `interleaved`, `en` or `zh`. */
  abstractMode: 'reading-room-abstract-mode',
  /** The density of lists of papers: `cards`, `rows` or `table`. */
  density: 'reading-room-density',
} as const;
