import type { Effects } from '../io/effects.ts';
import { fetchPapers, type FetchReport } from '../io/pdf/fetch-papers.ts';
import { formatSize, LARGEST_SITE } from '../io/pdf/limits.ts';
import { selectedIds } from './note-selection.ts';
import type { Call } from './options.ts';
import { exitCodes, type ExitCode, type Verb } from './verb.ts';

/** Fetches PDFs. */
export const fetchVerb: Verb = {
  summary: 'download the PDFs that notes lack from OpenReview and arXiv into papers/',
  operands: '[id …]',
  details:
    'A download that breaks off is taken up where it stopped. What comes is checked before it gets its name: signature, size and pages.',
  options: { named: { help: 'only those that notes name under links.pdf' } },
  run: runFetch,
};

async function runFetch(call: Call, effects: Effects): Promise<ExitCode> {
  const ids = selectedIds(call.operands, effects);
  const dryRun = call.has('dry-run');
  const report = await fetchPapers(effects, { ids, named: call.has('named'), dryRun });
  effects.logger.print(call.has('json') ? JSON.stringify(report, null, 2) : asText(report, dryRun));
  return report.papers.some(({ failure }) => failure !== undefined) ? exitCodes.incomplete : exitCodes.done;
}

function asText({ papers, present, total }: FetchReport, dryRun: boolean): string {
  const lines = papers.map(({ file, pdf, fetched, failure }) => {
    if (failure !== undefined) return `! ${file}: ${failure}`;
    return fetched ? `+ papers/${pdf}: ${fetched.pages} pages, ${formatSize(fetched.bytes)}` : `+ papers/${pdf}, for ${file}`;
  });
  const failed = papers.filter(({ failure }) => failure !== undefined).length;
  const summary = dryRun
    ? `${papers.length} PDFs would be fetched; ${present} are there. Nothing was written (--dry-run).`
    : `${papers.length - failed} PDFs fetched, ${failed} not; ${present} were there. All have ${formatSize(total)} of the ${formatSize(LARGEST_SITE)} that GitHub Pages takes.`;
  return [...lines, summary].join('\n');
}
