/** Names under which a reader's choices are kept in their browser; nothing of it leaves the browser. */
export const storageKeys = {
  /** The chosen theme, `light` or `dark`; absent while the system decides. */
  theme: 'reading-room-theme',
  /** The form in which abstracts are read: `side`, `interleaved`, `en` or `zh`. */
  abstractMode: 'reading-room-abstract-mode',
  /** `off` when the reader has turned single-key shortcuts off; absent otherwise. */
  shortcuts: 'reading-room-shortcuts',
  /** The last searches as a JSON list, the newest first; absent where there are none. */
  searches: 'reading-room-searches',
  /** The database of the marks in PDFs; the base path of the site follows, for the sites of one host share their databases. */
  marks: 'reading-room-marks',
  /** Where a paper's PDF was left: `Position` as `formatPosition` writes it. */
  position: (paper: string) => `reading-room-position-${paper}`,
  /** How PDFs are shown: `ReaderSettings` as `formatSettings` writes it. */
  reader: 'reading-room-reader',
} as const;
