import type { ElementContent } from 'hast';
import type { Root, RootContent } from 'mdast';
import { VFile } from 'vfile';
import type { ExtraSection, NoteDocument } from '../core/note/document.ts';
import { slug } from '../core/note/id.ts';
import { formatProblem, type Problem, type Rule } from '../core/problem.ts';
import type { Locale } from '../core/site/locale.ts';
import { alignAbstracts, type Mismatch } from './abstract.ts';
import { leaveOutFootnotes } from './footnotes.ts';
import { report } from './message.ts';
import { hastToHtml, parseMarkdown, toHast } from './pipeline.ts';
import { isDefinition, isEmptySection, splitSections, type Section } from './sections.ts';

/** The body of a note and where it stands. */
export interface NoteBody {
  /** The file's path, for problems. */
  readonly file: string;
  /** The Markdown below the front matter. */
  readonly body: string;
  /** How many lines of the file stand before it. */
  readonly bodyLine: number;
}

/** Renders a note's body and says what is wrong with it. */
export function renderNoteBody({ file: path, body, bodyLine }: NoteBody): { document: NoteDocument; problems: Problem[] } {
  const file = new VFile({ value: body, path });
  const sections = splitSections(parseMarkdown(file));
  for (const section of sections) if (section.heading && isEmptySection(section)) reportEmpty(file, section);
  const filled = sections.filter((section) => !isEmptySection(section));
  const document = renderSections(filled, file);
  return { document, problems: withoutRepetition(file.messages.map((message) => toProblem(message, path, bodyLine))) };
}

function renderSections(sections: readonly Section[], file: VFile): NoteDocument {
  const find = (kind: Section['kind'], locale: Locale) => sections.find((section) => section.kind === kind && section.locale === locale);
  const known = new Set((['key-points', 'abstract'] as const).flatMap((kind) => [find(kind, 'en'), find(kind, 'zh')]));
  const html = (section: Section | undefined) => section && sectionHtml(section, `${section.kind}-${section.locale}`, file);
  const abstracts = { en: find('abstract', 'en'), zh: find('abstract', 'zh') };
  for (const section of [abstracts.en, abstracts.zh]) if (section) leaveOutFootnotes(section.children, file);
  const { abstract, mismatch } = alignAbstracts(abstracts.en, abstracts.zh, (units, locale) =>
    renderUnits(units, abstracts[locale]!.children.filter(isDefinition), file),
  );
  if (mismatch) reportMismatch(file, abstracts.zh!, mismatch);
  const keyPoints = { en: html(find('key-points', 'en')), zh: html(find('key-points', 'zh')) };
  const extra = extraSections(
    sections.filter((section) => !known.has(section)),
    file,
  );
  return {
    keyPoints,
    abstract,
    sections: extra,
    hasMath: hasMath([JSON.stringify(abstract), keyPoints.en, keyPoints.zh, ...extra.map((section) => section.html)]),
  };
}

/** Ids that stand on every note's page, which a section must not take. */
const PAGE_IDS = ['abstract', 'key-points', 'objective', 'related', 'lists', 'cite', 'content'] as const;

function extraSections(sections: readonly Section[], file: VFile): ExtraSection[] {
  const ids = new Set<string>(PAGE_IDS);
  return sections.map((section) => {
    const id = unique(slug(section.title) || 'introduction', ids);
    return { id, locale: section.locale, title: section.title, html: sectionHtml(section, `section-${id}`, file) };
  });
}

function unique(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let count = 2; taken.has(id); count++) id = `${wanted}-${count}`;
  taken.add(id);
  return id;
}

function sectionHtml({ children, locale }: Section, prefix: string, file: VFile): string {
  return hastToHtml(toHast(root(children), file, { prefix, locale }));
}

/** Each unit as HTML; a paragraph without its `<p>`, for it will stand in a line of its own. */
function renderUnits(units: readonly RootContent[], definitions: readonly RootContent[], file: VFile): string[] {
  const elements = toHast(root([...units, ...definitions]), file).children.filter((node) => node.type === 'element');
  return elements.map((element) => hastToHtml(element.tagName === 'p' ? element.children : [element as ElementContent]));
}

function root(children: readonly RootContent[]): Root {
  return { type: 'root', children: [...children] };
}

function hasMath(htmls: readonly (string | undefined)[]): boolean {
  return htmls.some((html) => html?.includes('katex'));
}

function reportEmpty(file: VFile, { heading, title }: Section): void {
  report(file, heading!, {
    rule: 'note/empty-section',
    message: `The section “${title}” is empty; the page leaves it out.`,
    hint: 'Write it, or remove its heading.',
  });
}

const PAIRED = { sentences: '', paragraphs: 'paragraphs', whole: 'the two texts as wholes', 'one-language': '' } as const;

function reportMismatch(file: VFile, { heading }: Section, { en, zh, alignment }: Mismatch): void {
  report(file, heading!, {
    rule: 'note/abstract-mismatch',
    message: `The English abstract has ${en} ${en === 1 ? 'sentence' : 'sentences'}, the Chinese one ${zh}; the page pairs ${PAIRED[alignment]} instead.`,
    hint: 'Split or join sentences until sentence k of one says what sentence k of the other says.',
  });
}

/** A footnote that two sections share is rendered, and found wrong, twice. */
function withoutRepetition(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [formatProblem(problem), problem])).values()];
}

type Message = VFile['messages'][number];

function toProblem(message: Message, file: string, bodyLine: number): Problem {
  return {
    // Only `report` adds messages to this file, and it takes nothing but rules.
    rule: message.ruleId as Rule,
    message: message.reason,
    hint: message.note ?? '',
    file,
    line: (message.line ?? 1) + bodyLine,
    column: message.column ?? 1,
  };
}
