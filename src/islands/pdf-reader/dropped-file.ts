/** Calls back with a PDF that someone drops on an element or picks by a field of its. */
export function watchFiles(root: HTMLElement, { onFile, signal }: { onFile: (file: File) => void; signal: AbortSignal }): void {
  const leave = (): void => void delete root.dataset.dropping;
  root.addEventListener(
    'dragover',
    (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      root.dataset.dropping = '';
    },
    { signal },
  );
  root.addEventListener('dragleave', ({ relatedTarget }) => !(relatedTarget instanceof Node && root.contains(relatedTarget)) && leave(), {
    signal,
  });
  root.addEventListener(
    'drop',
    (event) => {
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      leave();
      onFile(file);
    },
    { signal },
  );
  root.addEventListener(
    'change',
    ({ target }) => {
      const file = target instanceof HTMLInputElement && target.type === 'file' ? target.files?.[0] : undefined;
      if (file) onFile(file);
    },
    { signal },
  );
}
