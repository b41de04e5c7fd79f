// Words for kinds and directions, apart from the schemas: what only shows evidence need not load them.

export const KIND_WORDS = {
  seminal: 'Seminal study',
  key: 'Key study',
  review: 'Review',
  guidance: 'Guidance',
} as const;

export const DIRECTION_WORDS = {
  better: 'better',
  mixed: 'mixed',
  same: 'no clear difference',
  worse: 'worse',
  'not-effects': 'Not a study of effects',
} as const;
