/**
 * Acts as soon as all of the page's HTML is there: at once, unless it is still on its way. The script of an element may run that
 * early, where it shares code with scripts that do; then the element would find none of its parts.
 */
export function whenParsed(act: () => void): void {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', act, { once: true });
  else act();
}
