// The card's own sentences, so that every state says what is going on, what is safe and what to do next.
import type { Entry, Guidance, Link } from '../../lib/evidence/model';
import type { TopicEvidence } from '../../lib/evidence/views';
import type { CardMention, Evidence, Opened, Scope } from '../../lib/overlay/model';
import { counted, phrase, say } from '../../lib/words/words';
import { longDate } from '../shared/words';

/** "4 entries, 1 passage · revised 17 July 2018". */
export function countsLine(evidence: TopicEvidence): string {
  const passages = evidence.passages.length;
  const counts = [
    entriesHeld(evidence),
    ...(passages > 0 ? [counted(passages, '{count} passage', '{count} passages')] : []),
  ].join(', ');
  const age = evidence.revised
    ? say('revised {day}', { day: longDate(evidence.revised) })
    : say('date of revision not known');
  return `${counts} · ${age}`;
}

function entriesHeld({ total, entries }: TopicEvidence): string {
  return counted(total ?? entries.length, '{count} entry', '{count} entries');
}

/** The card's name for those who do not see it. */
export function cardName(mention: CardMention, evidence: Evidence): string {
  const topic = { topic: mention.topic.label };
  if (evidence.state === 'loading') return say('{topic}: reading the evidence', topic);
  if (evidence.state === 'failed') return say('{topic}: the evidence could not be read', topic);
  return mention.stance === 'excluded'
    ? say('{topic}, ruled out here: evidence', topic)
    : say('{topic}: evidence', topic);
}

/** Said once, politely, when the card opens without taking the focus. */
export function announcement(mention: CardMention, evidence: Evidence, how: Opened): string {
  if (how === 'keyboard' || evidence.state === 'loading') return '';
  if (evidence.state === 'failed') return cardName(mention, evidence);
  return `${cardName(mention, evidence)}, ${entriesHeld(evidence.evidence)}`;
}

const LINK_WORDS: Readonly<Record<Link['kind'], string>> = {
  analysis: phrase('Findings analysis'),
  original: phrase('Original'),
  free: phrase('Free copy'),
  library: phrase('Library record'),
};

export function linkWords(link: Link): string {
  const words = link.label ?? say(LINK_WORDS[link.kind]);
  return link.confidence === 'likely' ? say('{link} (likely match)', { link: words }) : words;
}

/** "Advisory on case management, SAMHSA, 2021 (US)", without the title. */
export function guidanceFacts({ publisher, year, nation }: Guidance): string {
  return `${publisher}, ${year ?? say('year not known')} (${nation})`;
}

/** What is said where no statement on the topic is held. */
export function withoutStatement(entries: readonly Entry[], total: number): string {
  if (total === 0)
    return say(
      'The matrices hold no entry on this topic by itself. That is not a sign that it does or does not work.',
    );
  if (entries.every((entry) => entry.completeness === 'title-only'))
    return counted(
      total,
      'One entry is listed, by title only. No summary of it is held yet, so nothing is said here about what it found.',
      '{count} entries are listed, by title only. No summary of them is held yet, so nothing is said here about what they found.',
    );
  return total === 1
    ? say('One entry is held; it says below what it found.')
    : say(
        'No summary over these entries is held yet; those that have been read say below what they found.',
      );
}

export function scopeChoice(scope: Scope, words: string, host: string): string {
  if (scope === 'here') return say('Remove this mark here');
  const values = { words: shortened(words), host };
  if (scope === 'anywhere') return say('Never mark “{words}” anywhere', values);
  return host === ''
    ? say('Never mark “{words}” in files on this computer', values)
    : say('Never mark “{words}” on {host}', values);
}

export function scopeDone(scope: Scope, words: string, host: string): string {
  if (scope === 'here') return say('This mark is removed, until the page is loaded again.');
  const values = { words: shortened(words), host };
  if (scope === 'anywhere') return say('“{words}” is no longer marked anywhere.', values);
  return host === ''
    ? say('“{words}” is no longer marked in files on this computer.', values)
    : say('“{words}” is no longer marked on {host}.', values);
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
