// What the card is told of a mark, and what the reader says of it: "not this sense".
import type { Dismissal } from '../messages/map';
import { dismissedWords, type Mark } from './marks';
import type { CardMention, CardPorts, Marked, Outcome, Scope } from './model';
import { sentenceAround } from './sentence';

export function describe(page: Marked, mark: Mark): CardMention {
  const topic = page.topics.get(mark.topic);
  const same = page.shown.filter((other) => other.topic === mark.topic && other !== mark);
  return {
    topic: {
      id: mark.topic,
      label: topic?.label ?? mark.topic,
      cells: topic?.cells ?? [],
    },
    words: mark.words,
    stance: mark.stance,
    sentence: sentenceAround(mark.block.text, mark.start, mark.end),
    elsewhere: same.filter((other) => other.stance === 'asserted').length,
    why: mark.why,
    cites: mark.cites,
    at: page.shown.indexOf(mark) + 1,
    of: page.shown.length,
    host: page.host,
  };
}

/** The next mark elsewhere on the page that includes the topic. */
export function elsewhere(page: Marked, mark: Mark): Mark | null {
  const others = page.shown.filter(
    (other) => other.topic === mark.topic && other.stance === 'asserted' && other !== mark,
  );
  const at = page.shown.indexOf(mark);
  return others.find((other) => page.shown.indexOf(other) > at) ?? others[0] ?? null;
}

/** Takes a mark away as another sense. */
export async function ruleOut(
  page: Marked,
  ports: Pick<CardPorts, 'dismiss'>,
  mark: Mark,
  scope: Scope,
): Promise<Outcome> {
  if (scope === 'here') {
    page.here.add(mark);
    return { ok: true };
  }
  const dismissal = dismissalOf(page, mark, scope);
  const outcome = await ports.dismiss(dismissal);
  if (outcome.ok) page.dismissals = [...page.dismissals, dismissal];
  return outcome;
}

export async function undoRuleOut(
  page: Marked,
  ports: Pick<CardPorts, 'restore'>,
  mark: Mark,
  scope: Scope,
): Promise<Outcome> {
  if (scope === 'here') {
    page.here.delete(mark);
    return { ok: true };
  }
  const dismissal = dismissalOf(page, mark, scope);
  const outcome = await ports.restore(dismissal);
  if (outcome.ok) page.dismissals = page.dismissals.filter((one) => !same(one, dismissal));
  return outcome;
}

function dismissalOf(page: Marked, mark: Mark, scope: 'site' | 'anywhere'): Dismissal {
  const host = scope === 'site' ? page.host : null;
  return { topic: mark.topic, words: dismissedWords(mark.words), host };
}

function same(a: Dismissal, b: Dismissal): boolean {
  return a.topic === b.topic && a.words === b.words && a.host === b.host;
}
