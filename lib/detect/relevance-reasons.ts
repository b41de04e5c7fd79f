// Why the gate lets a document pass or not, in plain sentences with honest counts.
import type { GateGroup, Matcher } from '../vocabulary/matcher';
import { counted, say } from '../words/words';
import type { Evidence } from './relevance-evidence';
import { type BlockScan, HIT } from './scan';

const MOST_NAMED = 3;

/** One to three sentences. */
export function reasonsFor(
  evidence: Evidence,
  pass: boolean,
  scans: readonly BlockScan[],
  matcher: Matcher,
): string[] {
  const reasons: string[] = [];
  const field = named(evidence.counts, matcher, ['field', 'codes']);
  const against = named(evidence.counts, matcher, ['against']);
  const title = named(evidence.inTitle, matcher, ['field', 'codes'])[0];
  if (title) reasons.push(say('The title speaks of {subject}.', { subject: say(title.says) }));
  if (pass) {
    reasons.push(say('The text speaks of {subjects}.', { subjects: list(field) }));
    if (evidence.topics > 1)
      reasons.push(
        counted(
          evidence.topics,
          'It names {count} treatment topic in words that mean nothing else.',
          'It names {count} treatment topics in words that mean nothing else.',
        ),
      );
    return reasons;
  }
  const other = against[0];
  const strongest = field[0];
  if (!strongest) {
    const stray = strayTerm(scans, matcher);
    reasons.push(
      stray
        ? say('“{words}” occurs {times}, but nothing here is about drug or alcohol treatment.', {
            words: stray.quote,
            times: times(stray.count),
          })
        : say('Nothing here is about drug or alcohol treatment.'),
    );
  } else
    reasons.push(
      say('It speaks of {subjects}: in {words} words too little for this to be its subject.', {
        subjects: list(field),
        words: String(evidence.words),
      }),
    );
  if (other) reasons.push(say('It also speaks of {subjects}.', { subjects: list([other]) }));
  return reasons;
}

interface Named {
  readonly says: string;
  readonly count: number;
  readonly weight: number;
}

/** Groups with hits, those that weigh most first. */
function named(counts: Int32Array, matcher: Matcher, parts: readonly GateGroup['part'][]): Named[] {
  const found: Named[] = [];
  matcher.gate.groups.forEach(({ part, says, weight }, i) => {
    const count = counts[i] ?? 0;
    if (count > 0 && parts.includes(part)) found.push({ says, count, weight });
  });
  return found.sort(
    (a, b) => b.weight * (1 + Math.log2(b.count)) - a.weight * (1 + Math.log2(a.count)),
  );
}

function list(groups: readonly Named[]): string {
  const parts = groups
    .slice(0, MOST_NAMED)
    .map(({ says, count }) => `${say(says)} (${times(count)})`);
  const last = parts.pop() ?? '';
  return parts.length === 0 ? last : say('{a} and {b}', { a: parts.join(', '), b: last });
}

function times(count: number): string {
  return count === 2 ? say('twice') : counted(count, 'once', '{count} times');
}

/** The term that stands most often on a page about something else; the longest of those. */
function strayTerm(
  scans: readonly BlockScan[],
  matcher: Matcher,
): { quote: string; count: number } | null {
  const counts = new Map<string, number>();
  let best: string | null = null;
  for (const { terms, text } of scans)
    for (let i = 0; i < terms.length; i += HIT) {
      if (!matcher.term(terms[i] as number)) continue;
      const quote = text
        .slice(terms[i + 3], terms[i + 4])
        .replace(/\s+/g, ' ')
        .toLowerCase();
      const count = (counts.get(quote) ?? 0) + 1;
      counts.set(quote, count);
      const most = best === null ? 0 : (counts.get(best) ?? 0);
      if (best === null || count > most || (count === most && quote.length > best.length))
        best = quote;
    }
  return best === null ? null : { quote: best, count: counts.get(best) ?? 0 };
}
