// A set of evidence of an organisation, made up beside the shipped one: for tests of the rooms and of the browser alike.
import type { Entry, Pack } from '../../../../lib/evidence/model';

interface Made {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  /** Its one entry. */
  readonly entry: Entry;
  /** Id of its own topic, which is worded “recovery boats” and is otherwise like the topic given. */
  readonly own: string;
  readonly topic: Pack['vocabulary']['topics'][number];
  /** With a word more for mutual aid: “the harbour circle”. */
  readonly moreWords: boolean;
}

export function organisationSet({ id, title, version, entry, own, topic, moreWords }: Made): Pack {
  return {
    schema: 2,
    role: 'organisation',
    id,
    extends: ['findings-matrices'],
    title,
    version,
    language: 'en',
    licence: 'Open Government Licence',
    revised: '2026-10-01',
    matrices: [],
    cells: [],
    entries: [entry],
    passages: [],
    guidance: [],
    statements: [],
    vocabulary: {
      classes: {},
      topics: [
        {
          ...topic,
          id: own,
          label: { en: 'Recovery boats', cy: null },
          cells: ['drug/E4'],
          broader: [],
          related: ['mutual-aid'],
          terms: [{ kind: 'preferred', forms: ['recovery boats'] }],
          senses: {},
          not: [],
        },
      ],
      additions: moreWords
        ? [
            {
              topic: 'mutual-aid',
              terms: [{ kind: 'alternative', forms: ['the harbour circle'] }],
              senses: {},
              not: [],
            },
          ]
        : [],
    },
  };
}
