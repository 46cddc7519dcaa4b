/** What a head says of its page; all else in it is the same on every page, and stays. */
const OF_THE_PAGE = [
  'title',
  'meta[name]:not([name="viewport"], [name="theme-color"])',
  'meta[property]',
  'link[rel="canonical"]',
  'link[rel="alternate"]',
  'script[type="application/ld+json"]',
].join();

/** Puts what another page's head says of that page in the place of what this one says. */
export function dressHead({ head }: Document): void {
  for (const element of document.head.querySelectorAll(OF_THE_PAGE)) element.remove();
  document.head.append(...[...head.querySelectorAll(OF_THE_PAGE)].map((element) => document.adoptNode(element)));
}

/**
 * Loads the style sheets of another page that this one has not.
 * @throws If its head has others: then it is of another version of the site.
 */
export async function findStyles({ head, body }: Document): Promise<void> {
  const isHere = (href: string) =>
    [...document.head.querySelectorAll('link[rel="stylesheet"]')].some((link) => link.getAttribute('href') === href);
  const missing = (root: HTMLElement) => stylesOf(root).filter((href) => !isHere(href));
  if (missing(head).length > 0) throw new Error('The page is of another version of the site.');
  await Promise.all(missing(body).map(load));
}

function stylesOf(root: HTMLElement): string[] {
  return [...root.querySelectorAll('link[rel="stylesheet"]')].map((link) => link.getAttribute('href')!);
}

function load(href: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => reject(new Error(`${href} could not be loaded`)));
    document.head.append(link);
  });
}
