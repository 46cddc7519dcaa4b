import type { Node } from 'unist';
import type { VFile } from 'vfile';
import type { Rule } from '../core/problem.ts';

/** What a plugin has to say about a node: a rule, what is wrong and what to write instead. */
export interface Report {
  readonly rule: Rule;
  readonly message: string;
  readonly hint: string;
}

/** Reports a problem on the file that is being processed; the place is that of the node. */
export function report(file: VFile, node: Node, { rule, message, hint }: Report): void {
  const entry = file.message(message, { place: node.position, ruleId: rule, source: 'reading-room' });
  entry.note = hint;
}
