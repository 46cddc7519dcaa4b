/** Opens a menu of the toolbar below its button, inside the window, and closes it when something in it was chosen. */
export function watchMenu(menu: HTMLElement, signal: AbortSignal): void {
  const button = document.querySelector<HTMLElement>(`[popovertarget="${menu.id}"]`)!;
  menu.addEventListener(
    'beforetoggle',
    (event) => {
      if ((event as ToggleEvent).newState !== 'open') return;
      const { bottom, right } = button.getBoundingClientRect();
      menu.style.insetBlockStart = `${bottom + 4}px`;
      menu.style.insetInlineEnd = `${Math.max(document.documentElement.clientWidth - right, 8)}px`;
    },
    { signal },
  );
  menu.addEventListener('click', ({ target }) => target instanceof Element && target.closest('button, a') && menu.hidePopover(), {
    signal,
  });
  menu.addEventListener('keydown', (event) => moveFocus(menu, event), { signal });
  addEventListener('resize', () => menu.hidePopover(), { signal });
}

function moveFocus(menu: HTMLElement, event: KeyboardEvent): void {
  const items = [...menu.querySelectorAll<HTMLElement>('button:not(:disabled), a')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  items.at(next % items.length)?.focus();
}
