import { expect, test } from 'vitest';
import { venueLabel } from '../../../src/core/note/venue.ts';

test.each([
  [{ venue: undefined, status: 'preprint' as const }, 'Preprint'],
  [{ venue: 'V 2024', status: 'published' as const }, 'V 2024'],
  [{ venue: 'V 2024', status: 'submitted' as const }, 'under review at V 2024'],
])('%j is told as %s', (note, label) => {
  expect(venueLabel(note, { submitted: 'under review at {venue}', preprint: 'Preprint' })).toBe(label);
});
