import type { FacetWords } from '../core/catalogue/facet-groups.ts';
import { fillTemplate } from '../core/text/template.ts';
import type { Strings } from './en.ts';

/** The words of the interface that facets need. */
export function facetWords(strings: Strings): FacetWords {
  return {
    list: strings['facet.list'],
    year: strings['facet.year'],
    venue: strings['facet.venue'],
    has: strings['facet.has'],
    pdf: strings['facet.has.pdf'],
    code: strings['facet.has.code'],
    other: strings['facet.other'],
    preprint: strings['note.preprint'],
    submitted: (venue) => fillTemplate(strings['note.submitted'], { venue }),
  };
}
