import stylesUrl from './viewer.css?url';

let styles: Promise<void> | undefined;

/** Adds pdf.js's style sheet to the page, once; a page that shows no PDF has no need of it. */
export function loadStyles(): Promise<void> {
  styles ??= new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = stylesUrl;
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => {
      styles = undefined;
      link.remove();
      reject(new Error(`${stylesUrl} could not be loaded`));
    });
    document.head.append(link);
  });
  return styles;
}
