// The card's own sentences, so that every state says what is going on, what is safe and what to do next.
import type { Entry, Guidance, Link } from '../../lib/evidence/model';
import type { TopicEvidence } from '../../lib/evidence/views';
import type { CardMention, Evidence, Opened, Scope } from '../../lib/overlay/model';
import { count, longDate } from '../shared/words';

/** "4 entries, 1 passage · revised 17 July 2018". */
export function countsLine(evidence: TopicEvidence): string {
  const passages = evidence.passages.length;
  const counts = [
    count(evidence.total ?? evidence.entries.length, 'entry', 'entries'),
    ...(passages > 0 ? [count(passages, 'passage', 'passages')] : []),
  ].join(', ');
  const age = evidence.revised
    ? `revised ${longDate(evidence.revised)}`
    : 'date of revision not known';
  return `${counts} · ${age}`;
}

/** The card's name for those who do not see it. */
export function cardName(mention: CardMention, evidence: Evidence): string {
  const topic = mention.topic.label;
  if (evidence.state === 'loading') return `${topic}: reading the evidence`;
  if (evidence.state === 'failed') return `${topic}: the evidence could not be read`;
  return `${topic}${mention.stance === 'excluded' ? ', ruled out here' : ''}: evidence`;
}

/** Said once, politely, when the card opens without taking the focus. */
export function announcement(mention: CardMention, evidence: Evidence, how: Opened): string {
  if (how === 'keyboard' || evidence.state === 'loading') return '';
  if (evidence.state === 'failed') return cardName(mention, evidence);
  const { entries, total } = evidence.evidence;
  return `${cardName(mention, evidence)}, ${count(total ?? entries.length, 'entry', 'entries')}`;
}

const LINK_WORDS: Readonly<Record<Link['kind'], string>> = {
  analysis: 'Findings analysis',
  original: 'Original',
  free: 'Free copy',
  library: 'Library record',
};

export function linkWords(link: Link): string {
  const words = link.label ?? LINK_WORDS[link.kind];
  return link.confidence === 'likely' ? `${words} (likely match)` : words;
}

/** "Advisory on case management, SAMHSA, 2021 (US)", without the title. */
export function guidanceFacts({ publisher, year, nation }: Guidance): string {
  return `${publisher}, ${year ?? 'year not known'} (${nation})`;
}

/** What is said where no statement on the topic is held. */
export function withoutStatement(entries: readonly Entry[], total: number): string {
  if (total === 0)
    return 'The matrices hold no entry on this topic by itself. That is not a sign that it does or does not work.';
  const one = total === 1;
  if (entries.every((entry) => entry.completeness === 'title-only'))
    return `${one ? 'One entry is' : `${total} entries are`} listed, by title only. No summary of ${
      one ? 'it' : 'them'
    } is held yet, so nothing is said here about what ${one ? 'it' : 'they'} found.`;
  return one
    ? 'One entry is held; it says below what it found.'
    : 'No summary over these entries is held yet; those that have been read say below what they found.';
}

/** Where a dismissal holds, in words. */
export function scopeWords(scope: Scope, host: string): string {
  if (scope === 'anywhere') return 'anywhere';
  return host === '' ? 'in files on this computer' : `on ${host}`;
}

export function scopeChoice(scope: Scope, words: string, host: string): string {
  if (scope === 'here') return 'Remove this mark here';
  return `Never mark “${shortened(words)}” ${scopeWords(scope, host)}`;
}

export function scopeDone(scope: Scope, words: string, host: string): string {
  if (scope === 'here') return 'This mark is removed, until the page is loaded again.';
  return `“${shortened(words)}” is no longer marked ${scopeWords(scope, host)}.`;
}

function shortened(words: string): string {
  return words.length > 48 ? `${words.slice(0, 46)}…` : words;
}

/** What a person in charge of computers can use, without any of the page's text. */
export function failureDetails(mention: CardMention, reason: string, at: Date): string {
  return [
    'Evidence Overlay: the evidence could not be read',
    `Reason: ${reason}`,
    `Topic: ${mention.topic.id}`,
    `Time: ${at.toISOString()}`,
    `Browser: ${navigator.userAgent}`,
  ].join('\n');
}
