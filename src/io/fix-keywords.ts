import { isDeepStrictEqual } from 'node:util';
import { resolve } from 'node:path';
import { isSeq, parseDocument, stringify, type YAMLSeq } from 'yaml';
import type { Vocabulary } from '../core/keyword/vocabulary.ts';
import type { Disk } from './disk.ts';
import { fillNote } from './front-matter.ts';
import type { NoteFile } from './notes.ts';

/** What was mended in a note. */
export interface FixedNote {
  readonly file: string;
  /** Each as `old → new`, or `− old` for one that was there twice. */
  readonly changes: readonly string[];
}

/** Mends what needs no judgment: keywords that name a term nearly, and keywords that name one twice. The rest of a note stays as it is. */
export function fixKeywords(
  notes: readonly NoteFile[],
  vocabulary: Vocabulary,
  { disk, dryRun }: { disk: Disk; dryRun: boolean },
): FixedNote[] {
  return notes.flatMap((note) => {
    const edits = planEdits(note.metadata.keywords, vocabulary);
    if (edits.every(({ to }, index) => to === note.metadata.keywords[index])) return [];
    const path = resolve(note.file);
    const source = disk.read(path) ?? '';
    const text = fillNote(source, ({ frontMatter, body }) => ({ frontMatter: editKeywords(frontMatter, edits), body }));
    if (!dryRun) disk.write(path, text);
    const changes = edits.flatMap(({ from, to }) => (to === from ? [] : [to === undefined ? `− ${from}` : `${from} → ${to}`]));
    return [{ file: note.file, changes }];
  });
}

/** A keyword, and what takes its place; undefined where it goes. */
interface Edit {
  readonly from: string;
  readonly to: string | undefined;
}

function planEdits(keywords: readonly string[], vocabulary: Vocabulary): Edit[] {
  const seen = new Set<string>();
  return keywords.map((from) => {
    const keyword = vocabulary.resolve(from);
    const near = keyword.known ? undefined : vocabulary.suggest(from);
    const id = near ?? keyword.id;
    const isRepeated = seen.has(id);
    seen.add(id);
    return { from, to: isRepeated ? undefined : (near ?? from) };
  });
}

/** The front matter with its keywords edited in place. The result is read again; where it is not what was meant, the YAML library writes it. */
function editKeywords(frontMatter: string, edits: readonly Edit[]): string {
  const document = parseDocument(frontMatter);
  const sequence = document.get('keywords');
  const wanted = edits.flatMap(({ to }) => to ?? []);
  if (!isSeq(sequence)) return frontMatter;
  const edited = sequence.flow ? editFlow(frontMatter, sequence, edits) : editBlock(frontMatter, sequence, edits);
  const read = parseDocument(edited);
  if (read.errors.length === 0 && isDeepStrictEqual((read.toJS() as { keywords?: unknown }).keywords, wanted)) return edited;
  document.set('keywords', document.createNode(wanted, { flow: sequence.flow ?? false }));
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

type Range = readonly [number, number];

function rangesOf(sequence: YAMLSeq): Range[] {
  return sequence.items.map((item) => {
    const range = (item as { range?: [number, number, number] }).range;
    return [range?.[0] ?? 0, range?.[1] ?? 0];
  });
}

/** Edits from the end, so that the offsets before stay true. */
function editFlow(text: string, sequence: YAMLSeq, edits: readonly Edit[]): string {
  const ranges = rangesOf(sequence);
  return edits.reduceRight((current, { from, to }, index) => {
    const [start, end] = ranges[index]!;
    if (to === from) return current;
    if (to !== undefined) return current.slice(0, start) + written(to) + current.slice(end);
    // One that is there twice is never the first: the comma before it goes with it.
    return current.slice(0, current.lastIndexOf(',', start)) + current.slice(end);
  }, text);
}

function editBlock(text: string, sequence: YAMLSeq, edits: readonly Edit[]): string {
  const ranges = rangesOf(sequence);
  return edits.reduceRight((current, { from, to }, index) => {
    const [start, end] = ranges[index]!;
    if (to === from) return current;
    if (to !== undefined) return current.slice(0, start) + written(to) + current.slice(end);
    const lineStart = current.lastIndexOf('\n', start) + 1;
    const next = current.indexOf('\n', end - 1);
    return current.slice(0, lineStart) + (next < 0 ? '' : current.slice(next + 1));
  }, text);
}

function written(keyword: string): string {
  return stringify(keyword, { lineWidth: 0 }).trim();
}
