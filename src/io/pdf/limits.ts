/** GitHub refuses files larger than this, in bytes (https://docs.github.com/en/repositories/working-with-files/managing-large-files). */
export const LARGEST_FILE = 100 * 1024 * 1024;

/** GitHub Pages refuses sites larger than this, in bytes (https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits). */
export const LARGEST_SITE = 1_000_000_000;

/** A size as people read it: `3.2 MB`. */
export function formatSize(bytes: number): string {
  return bytes >= 1e9
    ? `${(bytes / 1e9).toFixed(2)} GB`
    : bytes >= 1e6
      ? `${(bytes / 1e6).toFixed(1)} MB`
      : `${Math.ceil(bytes / 1000)} kB`;
}
