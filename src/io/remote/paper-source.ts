import { paperFromItem } from '../../core/import/csl-json.ts';
import type { PaperLinks } from '../../core/import/found-paper.ts';
import { isSameTitle } from '../../core/import/same-paper.ts';
import { withoutVersion } from '../../core/import/web-address.ts';
import { readArxivFeed, type ArxivPaper } from '../../core/remote/arxiv-feed.ts';
import { readOpenReviewNote } from '../../core/remote/openreview-note.ts';
import type { RemotePaper } from '../../core/remote/remote-paper.ts';
import type { RemoteAddresses } from './addresses.ts';
import { RemoteError, type Client } from './client.ts';

/** The hosts that know papers. */
export interface PaperSource {
  /**
   * The papers with these arXiv ids, asked for together; ids that arXiv does not know are absent from the result.
   * @throws {RemoteError} where arXiv does not answer.
   */
  arxiv(ids: readonly string[]): Promise<ReadonlyMap<string, ArxivPaper>>;
  /**
   * The paper on arXiv that bears exactly this title; undefined if none does, or several do.
   * @throws {RemoteError} where arXiv does not answer; it is asked once.
   */
  titled(title: string): Promise<ArxivPaper | undefined>;
  /** The paper of an OpenReview forum. @throws {RemoteError} where there is none. */
  openreview(id: string): Promise<RemotePaper>;
  /** The paper with a DOI. @throws {RemoteError} where there is none. */
  doi(id: string): Promise<RemotePaper>;
}

/** arXiv asks for three seconds between two requests (https://info.arxiv.org/help/api/tou.html). */
export const ARXIV_SPACING = 3_000;
/** OpenReview names no figure; this is gentle. */
export const OPENREVIEW_SPACING = 500;

/** The real hosts, at the given addresses. */
export function createPaperSource(client: Client, addresses: RemoteAddresses): PaperSource {
  return {
    arxiv: (ids) => askArxiv(ids, client, addresses),
    titled: (title) => askTitle(title, client, addresses),
    openreview: (id) => askOpenReview(id, client, addresses),
    doi: (id) => askDoi(id, client, addresses),
  };
}

/** One id that is wrong spoils the answer for all that are asked for with it: then each half is asked for alone. */
async function askArxiv(ids: readonly string[], client: Client, addresses: RemoteAddresses): Promise<Map<string, ArxivPaper>> {
  if (ids.length === 0) return new Map();
  const query = `id_list=${ids.map((id) => encodeURIComponent(withoutVersion(id))).join(',')}&max_results=${ids.length}`;
  const { papers, error } = readArxivFeed(await client.text(`${addresses.arxivApi}?${query}`, { spacing: ARXIV_SPACING, form: 'xml' }));
  if (error === undefined) return new Map(papers.map((paper) => [paper.id, paper]));
  if (ids.length === 1) return new Map();
  const middle = Math.ceil(ids.length / 2);
  const first = await askArxiv(ids.slice(0, middle), client, addresses);
  return new Map([...first, ...(await askArxiv(ids.slice(middle), client, addresses))]);
}

/** How many papers of a similar title are looked at. */
const SIMILAR = 10;

async function askTitle(title: string, client: Client, addresses: RemoteAddresses): Promise<ArxivPaper | undefined> {
  const words = title.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  const query = `search_query=${encodeURIComponent(`ti:"${words}"`)}&max_results=${SIMILAR}`;
  const answer = await client.text(`${addresses.arxivApi}?${query}`, { spacing: ARXIV_SPACING, form: 'xml', tries: 1 });
  const same = readArxivFeed(answer).papers.filter((paper) => isSameTitle(paper.title, title));
  return same.length === 1 ? same[0] : undefined;
}

async function askOpenReview(id: string, client: Client, addresses: RemoteAddresses): Promise<RemotePaper> {
  for (const base of [addresses.openreviewApi, addresses.openreviewApiV1]) {
    const notes = await notesAt(`${base}/notes?id=${encodeURIComponent(id)}`, client);
    const paper = notes.map(readOpenReviewNote).find((found) => found !== undefined);
    if (paper) return paper;
  }
  throw new RemoteError('missing', `OpenReview knows no paper “${id}”, or does not show it to guests. Check the part after “id=”.`);
}

/** The notes that one version of the interface knows; a paper of the other version is not found, or forbidden, here. */
async function notesAt(url: string, client: Client): Promise<unknown[]> {
  try {
    const data = parseAnswer(await client.text(url, { spacing: OPENREVIEW_SPACING, form: 'json' }), url) as { notes?: unknown };
    return Array.isArray(data.notes) ? (data.notes as unknown[]) : [];
  } catch (error) {
    if (error instanceof RemoteError && (error.kind === 'missing' || /\(40[03]\)/.test(error.message))) return [];
    throw error;
  }
}

async function askDoi(id: string, client: Client, addresses: RemoteAddresses): Promise<RemotePaper> {
  const url = `${addresses.doiResolver}/${encodeURI(id)}`;
  const headers = { accept: 'application/vnd.citationstyles.csl+json' };
  const item = parseAnswer(await client.text(url, { headers, spacing: OPENREVIEW_SPACING, form: 'json' }), url) as { title?: unknown };
  const title = Array.isArray(item.title) ? (item.title[0] as unknown) : item.title;
  if (typeof title !== 'string') throw new RemoteError('broken', `The record of ${id} has no title.`);
  const paper = paperFromItem(item, { title, line: 1 });
  const links: PaperLinks = { ...paper.links, doi: id };
  return { ...paper, links };
}

function parseAnswer(text: string, url: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new RemoteError('broken', `${new URL(url).host} answers with JSON that is cut off. Run the command again.`, { cause: error });
  }
}
