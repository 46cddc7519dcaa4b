/** Where papers are asked for; every address can be set, for a mirror or a test. */
export interface RemoteAddresses {
  /** arXiv's Atom interface. From `ARXIV_API`. */
  readonly arxivApi: string;
  /** arXiv's site, which hands out PDFs. From `ARXIV_SITE`. */
  readonly arxivSite: string;
  /** OpenReview's interface, version 2. From `OPENREVIEW_API`. */
  readonly openreviewApi: string;
  /** Version 1 of it, which older venues used. From `OPENREVIEW_API_V1`. */
  readonly openreviewApiV1: string;
  /** OpenReview's site, which hands out PDFs. From `OPENREVIEW_SITE`. */
  readonly openreviewSite: string;
  /** The resolver of DOIs, which also answers with CSL-JSON. From `DOI_RESOLVER`. */
  readonly doiResolver: string;
}

/** Reads the addresses from the environment; those that are not set are the public ones. */
export function readAddresses(env: NodeJS.ProcessEnv = process.env): RemoteAddresses {
  return {
    arxivApi: env.ARXIV_API || 'https://export.arxiv.org/api/query',
    arxivSite: env.ARXIV_SITE || 'https://arxiv.org',
    openreviewApi: env.OPENREVIEW_API || 'https://api2.openreview.net',
    openreviewApiV1: env.OPENREVIEW_API_V1 || 'https://api.openreview.net',
    openreviewSite: env.OPENREVIEW_SITE || 'https://openreview.net',
    doiResolver: env.DOI_RESOLVER || 'https://doi.org',
  };
}
