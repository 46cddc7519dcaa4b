import { z } from 'zod';

const ids = z.array(z.string().trim().min(1)).default([]);

/** How one paper of the collection stands to others: each key holds ids of their notes. */
export const relationsSchema = z.strictObject({
  /** The papers whose method or loss this one builds on directly. */
  extends: ids,
  /** The papers whose methods this one is measured against. */
  comparesWith: ids,
  /** The papers whose methods this one studies. */
  analyses: ids,
});

/** A note's relations once they are checked. */
export type Relations = z.output<typeof relationsSchema>;

/** A way in which one paper can stand to another. */
export type RelationKind = keyof Relations;

/** Every way in which one paper can stand to another, the closest first. */
export const relationKinds = ['extends', 'analyses', 'comparesWith'] as const satisfies readonly RelationKind[];
