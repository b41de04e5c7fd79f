// What sort of document this is, by the words that such documents use.
import type { DocumentKind } from './model';
import { type Evidence, GROUPS, KINDS_FROM } from './relevance-evidence';

/** As in the model; written out so that the page script does without zod. */
const KINDS: readonly DocumentKind[] = [
  'tender notice',
  'specification',
  'needs assessment',
  'guidance',
  'legislation',
  'news',
];

/** Hits of a kind's words below which a document is just a page. */
const LEAST = 2;
const TITLE_FACTOR = 4;

/** The kind with most of its words, those in the title counting four times; a page where none has two. */
export function documentKind(evidence: Evidence): DocumentKind {
  let best: DocumentKind = 'page';
  let most = LEAST - 1;
  for (let i = KINDS_FROM; i < GROUPS.length; i++) {
    const hits = (evidence.counts[i] ?? 0) + TITLE_FACTOR * (evidence.inTitle[i] ?? 0);
    const kind = KINDS.find((known) => known === GROUPS[i]?.says);
    if (kind === undefined || hits <= most) continue;
    best = kind;
    most = hits;
  }
  return best;
}
