import { parseColor, parseKind, type Anchor, type Mark, type MarkColor, type MarkKind } from './mark.ts';

/** What a file of annotations was read for. */
export interface ReadingContext {
  /** The id of the paper that is open. */
  readonly paper: string;
  /** The time given to marks that name none. */
  readonly now: Date;
}

/** What was found in a file of annotations. */
export interface ReadAnnotations {
  readonly marks: readonly Mark[];
  /** How many annotations are about another file. */
  readonly foreign: number;
  /** How many quote no words, so that they have no place in a text. */
  readonly unusable: number;
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads annotations of the Web Annotation Data Model: a collection, a page of one, a list, or a single annotation.
 * @param text The file's content.
 * @returns undefined if it is not JSON, or holds no annotation.
 */
export function readWebAnnotations(text: string, context: ReadingContext): ReadAnnotations | undefined {
  const annotations = annotationsIn(parseJson(text));
  if (annotations.length === 0) return undefined;
  const [marks, counts] = [[] as Mark[], { foreign: 0, unusable: 0 }];
  for (const annotation of annotations) {
    const target = targetOf(annotation);
    const mark = readMark(annotation, target, context);
    if (!mark) counts.unusable += 1;
    else if (isAbout(target, context.paper)) marks.push(mark);
    else counts.foreign += 1;
  }
  return { marks, ...counts };
}

function parseJson(text: string): unknown {
  try {
    // A byte order mark is no part of JSON, but of some files.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

function annotationsIn(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(annotationsIn);
  if (!isObject(value)) return [];
  if (list(value.type ?? value['@type']).some((type) => text(type)?.replace(/^.*[#:]/, '') === 'Annotation')) return [value];
  return [...annotationsIn(value.first), ...annotationsIn(value.items)];
}

function targetOf(annotation: Json): Json {
  return (
    list(annotation.target)
      .filter(isObject)
      .find((target) => target.selector !== undefined) ?? {}
  );
}

/** Whether a target is a file of a paper's name; one that names no file is. */
function isAbout({ source }: Json, paper: string): boolean {
  const address = text(isObject(source) ? source.id : source);
  if (address === undefined) return true;
  const name = address.split(/[?#]/)[0]!.split('/').at(-1)!;
  return name === `${paper}.pdf` || name === '';
}

function readMark(annotation: Json, target: Json, { paper, now }: ReadingContext): Mark | undefined {
  const anchor = readAnchor(target);
  if (!anchor) return undefined;
  const comment = commentOf(annotation);
  const created = readTime(annotation.created) ?? now.toISOString();
  return {
    id:
      text(annotation.id)?.replace(/^urn:uuid:/, '') ?? nameOf(`${paper} ${anchor.page} ${anchor.start} ${anchor.quote.exact} ${comment}`),
    paper,
    ...styleOf(annotation, target),
    comment,
    anchor,
    created,
    modified: readTime(annotation.modified) ?? created,
  };
}

function readAnchor(target: Json): Anchor | undefined {
  const selectors = flatten(target.selector);
  const quote = selectors.find((selector) => selector.type === 'TextQuoteSelector');
  const exact = text(quote?.exact)?.trim();
  if (!quote || !exact) return undefined;
  const page = Number(/(?:^|[&#])page=(\d+)/.exec(selectors.map(({ value }) => text(value) ?? '').join('&'))?.[1] ?? 1);
  const context = { prefix: text(quote.prefix) ?? '', suffix: text(quote.suffix) ?? '' };
  return { page: Math.max(page, 1), quote: { exact, ...context }, ...positionIn(selectors, exact.length) };
}

/** Where the words stand, or the beginning of the page, where nothing better is known. */
function positionIn(selectors: readonly Json[], length: number): Pick<Anchor, 'start' | 'end'> {
  const position = selectors.find((selector) => selector.type === 'TextPositionSelector');
  const [start, end] = [Number(position?.start), Number(position?.end)];
  const isPosition = Number.isSafeInteger(start) && Number.isSafeInteger(end) && 0 <= start && start < end;
  return isPosition ? { start, end } : { start: 0, end: length };
}

/** Selectors and those that refine them. */
function flatten(value: unknown): Json[] {
  return list(value)
    .filter(isObject)
    .flatMap((selector) => [selector, ...flatten(selector.refinedBy)]);
}

function commentOf({ body, bodyValue }: Json): string {
  const bodies = list(body).flatMap((part) =>
    isObject(part) && (part.purpose ?? 'commenting') === 'commenting' ? [text(part.value)] : [],
  );
  return (
    text(bodyValue) ??
    bodies
      .filter((part) => part !== undefined)
      .join('\n\n')
      .trim()
  );
}

/** Kind and color: those that this site wrote, else what the annotation is for. */
function styleOf({ motivation }: Json, { styleClass }: Json): { kind: MarkKind; color: MarkColor } {
  const words = list(styleClass).flatMap((name) => text(name)?.split(/[-\s]/) ?? []);
  const isHighlight = list(motivation).includes('highlighting');
  return {
    kind: words.map(parseKind).find((kind) => kind !== undefined) ?? (isHighlight ? 'highlight' : 'note'),
    color: words.map(parseColor).find((color) => color !== undefined) ?? 'yellow',
  };
}

function readTime(value: unknown): string | undefined {
  const time = Date.parse(text(value) ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** An id for an annotation that has none, the same whenever it is read (FNV-1a). */
function nameOf(content: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const character of content) hash = BigInt.asUintN(64, (hash ^ BigInt(character.codePointAt(0)!)) * 0x100000001b3n);
  return `urn:reading-room:${hash.toString(16).padStart(16, '0')}`;
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]);
