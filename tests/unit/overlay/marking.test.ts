// @vitest-environment jsdom
// Mentions become marks: which are shown, what the card is told, what the badge counts, and "not this sense".
import { beforeEach, describe, expect, it } from 'vitest';
import type { Mention, Polarity } from '../../../lib/detect/model';
import type { Dismissal, PageWishes } from '../../../lib/messages/map';
import { Marking } from '../../../lib/overlay/marking';
import { byNode, type Mark } from '../../../lib/overlay/marks';
import type { Outcome } from '../../../lib/overlay/model';
import { elsewhere, ruleOut, describe as tell, undoRuleOut } from '../../../lib/overlay/telling';
import { collectBlocks } from '../../../lib/page/collect';
import type { TextBlock } from '../../../lib/page/model';
import { pageWishes } from '../../../lib/settings/page-wishes';
import { Settings } from '../../../lib/settings/schema';

const topic = (id: string, tier: 1 | 2, label: string) => ({ id, label, tier, cells: ['drug/E4'] });
const WHY = { term: 'x', reading: null, decidedBy: [], couldBe: null };
let sent: [string, Dismissal][] = [];
let outcome: Outcome = { ok: true };
async function send(what: string, one: Dismissal): Promise<Outcome> {
  sent.push([what, one]);
  return outcome;
}
const ports = {
  dismiss: (one: Dismissal) => send('dismiss', one),
  restore: (one: Dismissal) => send('restore', one),
};

function marking(
  dismissals: Dismissal[] = [],
  tiers: (1 | 2)[] = [1],
  citing = 'rehab',
  more: Partial<PageWishes> = {},
): Marking {
  return new Marking(
    {
      on: true,
      matcher: '{}',
      topics: [topic('rehab', 1, 'Residential rehabilitation'), topic('goals', 2, 'Goals')],
      citables: [{ id: 'drug/E4/a', topic: citing }] as never,
      wishes: { ...pageWishes(Settings.parse({}), ''), tiers, dismissals, ...more },
      words: null,
    },
    'www.example.gov.uk',
  );
}
let blocks: TextBlock[] = [];
function found(words: string, id = 'rehab', polarity: Polarity = 'asserted', block = 0) {
  const start = blocks[block]?.text.indexOf(words) ?? -1;
  const tier: 1 | 2 = id === 'rehab' ? 1 : 2;
  return { block, start, end: start + words.length, topic: id, tier, polarity, why: WHY };
}
function take(on: Marking, mentions: Mention[], references: { start: number; end: number }[] = []) {
  const marks: Mark[] = [];
  for (const [i, block] of blocks.entries())
    marks.push(
      ...on.marks.of({
        block,
        mentions: mentions.filter((mention) => mention.block === i),
        references:
          i > 0
            ? []
            : references.map((at) => ({
                ...at,
                block: i,
                cites: 'drug/E4/a',
                by: 'title' as const,
              })),
      }),
    );
  on.take(marks);
  on.sift();
  return on;
}
const words = (on: Marking) => on.shown.map((mark) => mark.words);
const glance = {
  state: 'done',
  title: 'T',
  relevance: null,
  anyway: false,
  progress: 1,
  cut: false,
  cap: 20e6,
} as const;

beforeEach(() => {
  sent = [];
  outcome = { ok: true };
  document.body.innerHTML =
    '<p>First. Residential <b>rehab</b> is bought;\n abstinence goals too. Last.</p><p>No residential rehab here.</p>';
  blocks = collectBlocks(document);
});

describe('what is shown', () => {
  it('topics of the reader’s tiers, in document order', () => {
    const mentions = [found('Residential rehab'), found('abstinence goals', 'goals')];
    expect(words(take(marking(), mentions))).toEqual(['Residential rehab']);
    expect(words(take(marking([], [1, 2]), mentions))).toEqual([
      'Residential rehab',
      'abstinence goals',
    ]);
  });
  it('no topic that the reader turned off, and what is ruled out only where they wish it', () => {
    const mentions = [
      found('Residential rehab'),
      found('residential rehab', 'rehab', 'excluded', 1),
    ];
    expect(words(take(marking(), mentions))).toHaveLength(2);
    const on = take(marking([], [1], 'rehab', { markExcluded: false }), mentions);
    expect(words(on)).toEqual(['Residential rehab']);
    on.wish({ ...pageWishes(Settings.parse({}), ''), topicsOff: ['rehab'] });
    on.sift();
    expect(words(on)).toEqual([]);
  });
  it('the same objects for blocks that stayed', () => {
    const on = take(marking(), [found('Residential rehab')]);
    const [before] = on.shown;
    expect(take(on, [found('Residential rehab')]).shown[0]).toBe(before);
  });
  it('not what was dismissed on this site or everywhere, but what was on another', () => {
    const one = { topic: 'rehab', words: 'residential rehab' };
    const mentions = [found('Residential rehab')];
    expect(words(take(marking([{ ...one, host: 'www.example.gov.uk' }]), mentions))).toEqual([]);
    expect(words(take(marking([{ ...one, host: null }]), mentions))).toEqual([]);
    expect(words(take(marking([{ ...one, host: 'other.example' }]), mentions))).toHaveLength(1);
    expect(words(take(marking([{ ...one, topic: 'goals', host: null }]), mentions))).toHaveLength(
      1,
    );
  });
  it('a citation of an entry, found before the mention that it overlaps', () => {
    const on = take(marking(), [found('rehab')], [{ start: 7, end: 24 }]);
    const cited = on.shown.find((mark) => mark.cites !== null);
    expect(cited?.topic).toBe('rehab');
    const node = document.querySelector('b')?.firstChild as Text;
    expect(
      byNode(on.shown)
        .get(node)
        ?.map((mark) => mark.cites),
    ).toEqual(['drug/E4/a', null]);
  });
  it('a citation whose topic is of tier 2, while mentions of that tier stay unmarked', () => {
    const mentions = [found('rehab', 'goals')];
    const on = take(marking([], [1], 'goals'), mentions, [{ start: 7, end: 24 }]);
    expect(on.shown.map((mark) => mark.cites)).toEqual(['drug/E4/a']);
  });
});

describe('what the card is told', () => {
  it('words in one line, sentence, place, and where else it is included', () => {
    const mentions = [
      found('Residential rehab'),
      { ...found('residential rehab', 'rehab', 'excluded', 1) },
    ];
    const on = take(marking(), mentions);
    const last = on.shown[1];
    if (!last) throw new Error('no mark');
    expect(tell(on, last)).toMatchObject({
      topic: { id: 'rehab', label: 'Residential rehabilitation', cells: ['drug/E4'] },
      words: 'residential rehab',
      stance: 'excluded',
      sentence: { before: 'No ', after: ' here.' },
      elsewhere: 1,
      at: 2,
      of: 2,
      host: 'www.example.gov.uk',
    });
    expect(elsewhere(on, last)).toBe(on.shown[0]);
  });
  it('the sentence only, without those beside it', () => {
    const on = take(marking(), [found('Residential rehab')]);
    const [mark] = on.shown;
    expect(mark && tell(on, mark).sentence).toEqual({
      before: '',
      after: ' is bought; abstinence goals too.',
    });
  });
});

describe('not this sense', () => {
  it('here: only this mark, told to nobody, and back', async () => {
    const on = take(marking(), [
      found('Residential rehab'),
      found('residential rehab', 'rehab', 'asserted', 1),
    ]);
    const [mark] = on.shown;
    if (!mark) throw new Error('no mark');
    await ruleOut(on, ports, mark, 'here');
    on.sift();
    expect([words(on), sent]).toEqual([['residential rehab'], []]);
    await undoRuleOut(on, ports, mark, 'here');
    on.sift();
    expect(words(on)).toHaveLength(2);
  });
  it.each([
    ['site', 'www.example.gov.uk'],
    ['anywhere', null],
  ] as const)('%s: all marks of these words, remembered, and back', async (scope, host) => {
    const on = take(marking(), [
      found('Residential rehab'),
      found('residential rehab', 'rehab', 'asserted', 1),
    ]);
    const [mark] = on.shown;
    if (!mark) throw new Error('no mark');
    await ruleOut(on, ports, mark, scope);
    on.sift();
    expect(words(on)).toEqual([]);
    await undoRuleOut(on, ports, mark, scope);
    on.sift();
    expect(words(on)).toHaveLength(2);
    const one = { topic: 'rehab', words: 'residential rehab', host };
    expect(sent).toEqual([
      ['dismiss', one],
      ['restore', one],
    ]);
  });
  it('keeps the mark where it could not be remembered', async () => {
    outcome = { ok: false, reason: 'full' };
    const on = take(marking(), [found('Residential rehab')]);
    const [mark] = on.shown;
    expect(mark && (await ruleOut(on, ports, mark, 'anywhere'))).toEqual({
      ok: false,
      reason: 'full',
    });
    on.sift();
    expect(words(on)).toHaveLength(1);
  });
});

describe('the page at a glance', () => {
  it('counts by topic and stance, all tiers, most first, without what was dismissed', () => {
    const on = take(marking([{ topic: 'rehab', words: 'rehab', host: null }]), [
      found('Residential rehab'),
      found('rehab', 'rehab', 'other'),
      found('residential rehab', 'rehab', 'excluded', 1),
      found('abstinence goals', 'goals'),
    ]);
    expect(on.summary(glance).topics).toEqual([
      {
        id: 'rehab',
        label: 'Residential rehabilitation',
        tier: 1,
        asserted: 1,
        excluded: 1,
        other: 0,
      },
      { id: 'goals', label: 'Goals', tier: 2, asserted: 1, excluded: 0, other: 0 },
    ]);
  });
  it('says what was left out of a page beyond the cap', () => {
    expect(marking().summary(glance).leftOut).toBe(null);
    expect(marking().summary({ ...glance, cut: true }).leftOut).toBe(
      'This page is longer than 20 million characters. What comes after that was not read.',
    );
  });
});
