/**
 * Pages that followed one another within one document are one page to the browser's history. When such a page was loaded anew, Back
 * changes the address alone; then the page of that address is fetched.
 */
addEventListener('popstate', () => {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]');
  const isTurning = 'turning' in document.documentElement.dataset;
  if (!isTurning && canonical && new URL(canonical.href).pathname !== location.pathname) location.reload();
});
