/** How a reader likes PDFs to be shown. */
export interface ReaderSettings {
  /** Whether pages are dark. Default: false. */
  readonly isDark: boolean;
  /** Whether two pages stand beside each other. Default: false. */
  readonly isSpread: boolean;
  /** The note's share of the window's width, in percent. Default: 38. */
  readonly noteShare: number;
  /** Whether the side panel is open. Default: false. */
  readonly isPanelOpen: boolean;
}

/** The settings of someone who has changed none. */
export const defaultSettings: ReaderSettings = { isDark: false, isSpread: false, noteShare: 38, isPanelOpen: false };

/** The least and the greatest share of the window that the note can be given, in percent. */
export const noteShares = { min: 20, max: 75 } as const;

/** A share that the note can be given, nearest to `share`; in whole percents. */
export function clampShare(share: number): number {
  return Math.min(Math.max(Math.round(share), noteShares.min), noteShares.max);
}

/** Writes settings so that `parseSettings` reads them. */
export function formatSettings(settings: ReaderSettings): string {
  return JSON.stringify(settings);
}

/** Reads settings; what is missing or malformed has its default. */
export function parseSettings(text: string | null): ReaderSettings {
  let kept: Partial<Record<keyof ReaderSettings, unknown>> = {};
  try {
    kept = Object(JSON.parse(text ?? '{}')) as typeof kept;
  } catch {
    // Someone else wrote it.
  }
  const flag = (name: 'isDark' | 'isSpread' | 'isPanelOpen') => (typeof kept[name] === 'boolean' ? kept[name] : defaultSettings[name]);
  const share = kept.noteShare;
  return {
    isDark: flag('isDark'),
    isSpread: flag('isSpread'),
    isPanelOpen: flag('isPanelOpen'),
    noteShare: typeof share === 'number' && Number.isFinite(share) ? clampShare(share) : defaultSettings.noteShare,
  };
}
