/** How long a short notice is read, in milliseconds. */
const READ = 5000;

/** Shows and says in one line what came of a command; an empty text takes it away. */
export function notices(line: HTMLElement, signal: AbortSignal): (text: string) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = (text: string): void => {
    clearTimeout(timer);
    line.textContent = text;
    line.dataset.shown = String(text !== '');
    // A text to be copied by hand stays.
    if (text !== '' && !/^https?:|^>/.test(text)) timer = setTimeout(() => show(''), READ);
  };
  signal.addEventListener('abort', () => clearTimeout(timer));
  return show;
}
