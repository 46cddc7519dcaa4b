/** Takes the picture of the first page away when the page itself is there, or another place is shown. */
export function hidePoster(root: HTMLElement): void {
  const poster = root.querySelector<HTMLElement>('[data-poster]')!;
  if (!poster.hidden) poster.hidden = true;
}

/** Takes the picture of the first page away if there is none, or if the reader will be elsewhere. */
export function watchPoster(root: HTMLElement, isElsewhere: boolean): void {
  const image = root.querySelector<HTMLImageElement>('[data-poster] img');
  if (!image) return;
  if (isElsewhere || (image.complete && image.naturalWidth === 0)) hidePoster(root);
  image.addEventListener('error', () => hidePoster(root), { once: true });
}
