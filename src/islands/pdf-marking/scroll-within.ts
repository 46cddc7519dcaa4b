/** Scrolls the panel, and nothing around it, as far as is needed to see an element of it. */
export function scrollWithin(element: HTMLElement): void {
  const scrollers = [element.closest<HTMLElement>('.body'), element.closest<HTMLElement>('.marks')];
  const scroller = scrollers.find((candidate) => candidate && candidate.scrollHeight > candidate.clientHeight);
  if (!scroller) return;
  const head = scroller.matches('.marks') ? (scroller.querySelector<HTMLElement>('.head')?.offsetHeight ?? 0) : 0;
  const frame = scroller.getBoundingClientRect();
  const { top, bottom } = element.getBoundingClientRect();
  if (top < frame.top + head || bottom - top > frame.height - head) scroller.scrollTop += top - frame.top - head;
  else if (bottom > frame.bottom) scroller.scrollTop += bottom - frame.bottom;
}
