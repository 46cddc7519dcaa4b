import type { FoundPaper } from '../../core/import/found-paper.ts';
import { writeBody } from '../../core/import/note-body.ts';
import { frontMatterOf } from './note-writer.ts';
import { writeFrontMatter } from '../front-matter.ts';

/** The keys that a person may still want to write, each with an example. */
const EXAMPLES = {
  titleZh: '中文标题',
  authors: '[Given Family, Given Family]',
  date: '2024-05-23',
  venue: 'NeurIPS 2024',
  keywords: '[dpo, length-bias]',
  questions: '[{ en: Why does it happen?, zh: 为什么会这样？ }]',
} as const;

/** The sections of a note, in the order in which they are read. */
const SECTIONS = ['Key points', '主要内容', 'Abstract', '摘要'] as const;

/** A note to be written: what is known stands in it, what is not stands there as a comment or an empty section. */
export function noteTemplate(paper: FoundPaper): string {
  const known = frontMatterOf(paper);
  const front = writeFrontMatter(known);
  const missing = Object.entries(EXAMPLES).filter(([key]) => known[key] === undefined);
  const comments = missing.map(([key, example]) => `# ${key}: ${example}\n`).join('');
  const found = new Map(paper.sections.map(({ heading, text }) => [heading, text]));
  const sections = SECTIONS.map((heading) => ({ heading, text: found.get(heading) ?? '' }));
  const others = paper.sections.filter(({ heading }) => !(SECTIONS as readonly string[]).includes(heading));
  return `---\n${front}${comments}---\n\n${writeBody([...sections, ...others]).replace(/\n{3,}/g, '\n\n')}`;
}
