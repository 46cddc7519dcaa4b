/** Acts as soon as all of the page's HTML is there: at once, unless it is still on its way. */
export function whenParsed(act: () => void): void {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', act, { once: true });
  else act();
}
