// What sort of document this is, by the words that such documents use.

import type { GateRules } from '../vocabulary/matcher';
import { phrase } from '../words/words';
import type { DocumentKind } from './model';
import type { Evidence } from './relevance-evidence';

/** As in the model; written out so that the page script does without zod. To be said where they are shown. */
const KINDS: readonly DocumentKind[] = [
  phrase('tender notice'),
  phrase('specification'),
  phrase('needs assessment'),
  phrase('guidance'),
  phrase('legislation'),
  phrase('news'),
];

/** Hits of a kind's words below which a document is just a page. */
const LEAST = 2;
const TITLE_FACTOR = 4;

/** The kind with most of its words, those in the title counting four times; a page where none has two. */
export function documentKind(evidence: Evidence, gate: GateRules): DocumentKind {
  let best: DocumentKind = 'page';
  let most = LEAST - 1;
  gate.groups.forEach((group, i) => {
    if (group.part !== 'kind') return;
    const hits = (evidence.counts[i] ?? 0) + TITLE_FACTOR * (evidence.inTitle[i] ?? 0);
    const kind = KINDS.find((known) => known === group.says);
    if (kind === undefined || hits <= most) return;
    best = kind;
    most = hits;
  });
  return best;
}
