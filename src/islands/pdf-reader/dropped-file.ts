/** Calls back with a PDF that someone drops on an element or picks by its field for files. */
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
      if (!(target instanceof HTMLInputElement && target.matches('[data-file-field]'))) return;
      const file = target.files?.[0];
      // The same file can be picked again.
      target.value = '';
      if (file) onFile(file);
    },
    { signal },
  );
}
