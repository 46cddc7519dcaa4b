/** Someone who scrolls is told the page when they rest on it, not every page they pass; in milliseconds. */
const REST = 700;

/** Tells screen readers, through a live region, what was said last. */
export function announcer(region: HTMLElement, signal: AbortSignal): (text: string) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer));
  return (text) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (region.textContent !== text) region.textContent = text;
    }, REST);
  };
}
