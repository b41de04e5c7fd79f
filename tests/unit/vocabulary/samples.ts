// Builders of small vocabularies for tests.
import type { Sense, TermGroup, TopicTerms, Vocabulary } from '../../../lib/vocabulary/schema';

export function topic(id: string, forms: string[], more: Partial<TopicTerms> = {}): TopicTerms {
  return {
    id,
    label: { en: id, cy: null },
    tier: 1,
    definition: '',
    scope: '',
    cells: ['drug/E4'],
    broader: [],
    related: [],
    terms: forms.length > 0 ? [{ kind: 'preferred', forms }] : [],
    senses: {},
    not: [],
    ...more,
  };
}

export function vocabularyOf(
  topics: TopicTerms[],
  classes: Record<string, string[]> = {},
): Vocabulary {
  return { classes, topics };
}

export function abbreviation(forms: string[], sense?: string): TermGroup {
  const group: TermGroup = { kind: 'abbreviation', forms, case: 'upper' };
  return sense === undefined ? group : { ...group, sense };
}

export function sense(more: Partial<Sense>): Sense {
  return { reading: 'this', couldBe: 'that', ...more };
}
