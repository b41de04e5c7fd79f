// The card in each of its states, as a reader would read and use it.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type MountedCard, mountCard } from '../../../components/card/mount';
import type { Entry } from '../../../lib/evidence/model';
import type { TopicEvidence } from '../../../lib/evidence/views';
import type { CardMention, Evidence, Opened, Outcome } from '../../../lib/overlay/model';

const entry = (id: string, more: Partial<Entry> = {}): Entry => ({
  id: `drug/E4/${id}`,
  cells: ['drug/E4'],
  kind: 'key',
  kindInferred: false,
  role: 'main',
  order: 1,
  title: `Title of ${id}`,
  year: 2001,
  country: 'US',
  publisher: null,
  summary: null,
  findings: [{ outcome: 'Retention', direction: 'better', detail: 'modestly' }],
  caution: 'A caution.',
  links: [{ kind: 'free', url: 'https://example.org/a.pdf', confidence: 'likely' }],
  citation: null,
  relations: [],
  topics: ['rehab'],
  completeness: 'full',
  edition: 'latest',
  source: 'test',
  ...more,
});
const passage = {
  id: 'drug/E4/passage/who',
  cell: 'drug/E4',
  order: 1,
  heading: 'Who needs it?',
  kind: 'issue' as const,
  paragraphs: ['The gist.'],
  more: [],
  entries: ['drug/E4/a'],
  topics: ['rehab'],
};
const newer = (id: string, more = {}) => ({
  id: `guidance/${id}`,
  title: `Guidance ${id}`,
  publisher: 'OHID',
  year: 2025,
  nation: 'England',
  url: `https://example.org/${id}`,
  urlKind: 'official' as const,
  topics: ['rehab'],
  entries: [],
  note: null,
  source: 'test',
  ...more,
});
const topicHead: TopicEvidence['topic'] = {
  id: 'rehab',
  label: 'Rehab',
  tier: 1,
  definition: '',
  scope: '',
  cells: ['drug/E4'],
  related: [],
};
const evidence = (more: Partial<TopicEvidence> = {}): Evidence => ({
  state: 'ready',
  evidence: {
    topic: topicHead,
    statement: {
      topic: 'rehab',
      lead: 'Mixed',
      says: 'It helps some.',
      question: { text: 'Who decides?', passage: passage.id },
      basis: ['drug/E4/a'],
    },
    entries: ['a', 'b', 'c', 'd', 'e'].map((id) => entry(id)),
    passages: [passage],
    guidance: [newer('n1'), newer('n2', { url: null })],
    revised: '2018-07-17',
    ...more,
  },
});
const mention = (more: Partial<CardMention> = {}): CardMention => ({
  topic: { id: 'rehab', label: 'Rehab', cells: ['drug/E4', 'drug/A4', 'alcohol/E4'] },
  words: 'residential rehab',
  stance: 'asserted',
  sentence: { before: 'No ', after: ' here.' },
  elsewhere: 2,
  why: {
    term: 'rehab',
    reading: 'AA as Alcoholics Anonymous',
    decidedBy: ['“meetings” beside it'],
    couldBe: 'a car club',
  },
  cites: null,
  at: 4,
  of: 31,
  host: 'www.example.gov.uk',
  ...more,
});

let mounted: MountedCard | null = null;
function open(
  about: CardMention,
  what: Evidence,
  how: Opened = 'pointer',
  done: Outcome = { ok: true },
) {
  const root = document.createElement('div');
  document.body.append(root);
  const actions = {
    close: vi.fn(),
    openMatrix: vi.fn(),
    retry: vi.fn(),
    goElsewhere: vi.fn(),
    keepOpen: vi.fn(),
    dismiss: vi.fn(async () => done),
    undoDismiss: vi.fn(async () => done),
  };
  const copy = vi.fn(async () => done.ok);
  const noteCited = vi.fn();
  const card = mountCard(root, {
    href: (path) => `ext:${path}`,
    copy,
    noteCited,
    today: () => '2026-11-24',
  });
  mounted = card;
  const anchor = { box: () => null, element: root };
  card.open({ mention: about, evidence: what, anchor, how, actions });
  const by = (selector: string) => {
    const el = root.querySelector<HTMLElement>(selector);
    if (!el) throw new Error(`no ${selector}`);
    return el;
  };
  const button = (words: string) => {
    const all = [...root.querySelectorAll('button')];
    const el = all.find((one) =>
      (one.getAttribute('aria-label') ?? one.textContent)?.includes(words),
    );
    if (!el) throw new Error(`no button ${words}`);
    return el;
  };
  const click = async (words: string) => {
    button(words).click();
    await new Promise((resolve) => setTimeout(resolve, 5));
  };
  const text = () => (root.textContent ?? '').replace(/\s+/g, ' ');
  return { root, card, actions, copy, noteCited, by, button, click, text };
}
afterEach(() => {
  mounted?.clear();
  document.body.replaceChildren();
});

describe('ready', () => {
  it('says name, counts, age, where it sits, and what the evidence says with Mixed first', () => {
    const { by, root } = open(mention(), evidence());
    expect(by('[role=dialog]').getAttribute('aria-label')).toBe('Rehab: evidence');
    expect(by('.sub').textContent).toBe('5 entries, 1 passage · revised 17 July 2018');
    expect([...root.querySelectorAll('.em')].map((el) => el.getAttribute('aria-label'))).toEqual([
      'Drug cells E4, A4',
      'Alcohol cells E4',
    ]);
    expect(by('.says').textContent).toBe('What the evidence saysMixed. It helps some.');
  });
  it('lists the best entries with kind, year, place, findings, caution and links; all on request', async () => {
    const { root, click, text } = open(mention(), evidence());
    const first = root.querySelector('.entry')?.textContent ?? '';
    expect(first).toContain('Key study · 2001 · US');
    expect(first).toContain('Retention: better, modestly');
    expect(first).toContain('Caution A caution.');
    expect(first).toContain('Free copy (likely match)');
    expect(first).toContain('Passage that discusses it');
    expect(root.querySelectorAll('.entry')).toHaveLength(3);
    expect(text()).toContain('2 more entries, 1 passage');
    await click('Show all');
    expect(root.querySelectorAll('.entry')).toHaveLength(5);
    expect(text()).toContain('Discussed in one passage');
  });
  it('opens entries by left, middle and Ctrl click, and leaves the right button alone', () => {
    const { by, actions } = open(mention(), evidence());
    const link = by('.title');
    expect(link.getAttribute('href')).toBe('ext:/drug/E4/a');
    for (const [type, init] of [
      ['click', { button: 0 }],
      ['click', { button: 0, ctrlKey: true }],
      ['auxclick', { button: 1 }],
      ['auxclick', { button: 2 }],
    ] as const)
      link.dispatchEvent(new MouseEvent(type, { ...init, bubbles: true, cancelable: true }));
    expect(actions.openMatrix.mock.calls).toEqual([['/drug/E4/a'], ['/drug/E4/a'], ['/drug/E4/a']]);
  });
  it('says what is newer, one at first', async () => {
    const { by, click, text } = open(mention(), evidence());
    expect(by('.newer').textContent).toContain(
      'Newer guidance Guidance n1, OHID, 2025 (England). 1 more',
    );
    await click('1 more');
    expect(text()).toContain('Guidance n2, OHID, 2025 (England)');
  });
  it('announces itself once where it does not take the focus, and not by keyboard', () => {
    expect(open(mention(), evidence()).by('[role=status]').textContent).toBe(
      'Rehab: evidence, 5 entries',
    );
    expect(open(mention(), evidence(), 'keyboard').by('[role=status]').textContent).toBe('');
  });
  it('by keyboard takes the focus, says which mark it is and how to go on', async () => {
    const { by, text } = open(mention(), evidence(), 'keyboard');
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(document.activeElement).toBe(by('[role=dialog]'));
    expect(text()).toContain('mark 4 of 31');
    expect(text()).toContain('Esc back to the text');
  });
  it('shows what the page cites first', () => {
    const { root, text } = open(mention({ cites: 'drug/E4/d', why: null }), evidence());
    expect(root.querySelector('.entry')?.textContent).toContain('cited here');
    expect(root.querySelector('.title')?.textContent).toBe('Title of d');
    expect(text().match(/cited here/g)).toHaveLength(1);
  });
  it('shows markup in evidence as text', () => {
    const { root, text } = open(
      mention(),
      evidence({ entries: [entry('x', { title: '<img src=x onerror=alert(1)>' })] }),
    );
    expect(root.querySelector('img')).toBe(null);
    expect(text()).toContain('<img src=x onerror=alert(1)>');
  });
});

describe('what did not come with the extension', () => {
  const sources: TopicEvidence['sources'] = {
    council: { title: 'Evidence of a council', role: 'organisation', revised: '2026-10-01' },
    'own-imports': { title: 'Your imported cells', role: 'own', revised: '2026-11-24' },
  };

  it('says where it is from, and nothing of what did', () => {
    const card = open(
      mention(),
      evidence({
        sources,
        entries: [
          { ...entry('a'), from: 'council' },
          { ...entry('b'), from: 'own-imports' },
          { ...entry('c'), filled: { from: 'own-imports', fields: ['year'] } },
        ],
      }),
    );
    const said = [...card.root.querySelectorAll('.entry')].map(
      (item) => item.querySelector('.fromsource')?.textContent ?? null,
    );
    expect(said).toEqual([
      'From “Evidence of a council”',
      'From your copy of the cell',
      'Partly from your copy of the cell',
    ]);
    expect(card.root.querySelectorAll('.fromsource')).toHaveLength(3);
  });

  it('names who added words to the topic', () => {
    const { by } = open(
      mention(),
      evidence({ sources, topic: { ...topicHead, addedBy: ['council'] } }),
    );
    expect(by('.fromsource').textContent).toBe(
      'Marked with words from “Evidence of a council” as well',
    );
  });

  it('says so of a topic, a passage and newer guidance too', () => {
    const from = 'council';
    const card = open(
      mention(),
      evidence({
        sources,
        topic: { ...topicHead, from },
        entries: [],
        passages: [{ ...passage, from }],
        guidance: [{ ...newer('n1'), from }],
      }),
    );
    const said = [...card.root.querySelectorAll('.fromsource')];
    expect(said.map(({ textContent }) => textContent)).toEqual(
      Array(3).fill('From “Evidence of a council”'),
    );
  });
});

describe('other states', () => {
  it('ruled out: its own sentence first, entries folded, a question to ask', async () => {
    const { by, root, actions, click, text } = open(mention({ stance: 'excluded' }), evidence());
    expect(by('[role=dialog]').getAttribute('aria-label')).toBe('Rehab, ruled out here: evidence');
    expect(by('.ruled').textContent).toContain('“No residential rehab here.”');
    expect(text()).toContain('A question to ask Who decides? Passage: Who needs it?');
    expect(root.querySelectorAll('.entry')).toHaveLength(0);
    await click('2 mentions');
    expect(actions.goElsewhere).toHaveBeenCalledOnce();
    await click('Show the 5 entries');
    expect(root.querySelectorAll('.entry')).toHaveLength(5);
  });
  it('ruled out and nowhere included says so', () => {
    const { text } = open(mention({ stance: 'excluded', elsewhere: 0 }), evidence());
    expect(text()).toContain('Not included anywhere else on this page.');
  });
  it('no entries: says that this proves nothing, and shows passage and guidance', () => {
    const { text } = open(mention(), evidence({ statement: null, entries: [] }));
    expect(text()).toContain(
      'hold no entry on this topic by itself. That is not a sign that it does or does not work.',
    );
    expect(text()).toContain('Who needs it?');
    expect(text()).toContain('Guidance n1');
  });
  it('titles only: says so and claims nothing', async () => {
    const bare: Partial<Entry> = {
      completeness: 'title-only',
      findings: [],
      caution: null,
      links: [],
      year: null,
    };
    const { root, text, click } = open(
      mention(),
      evidence({
        statement: null,
        entries: [entry('a', bare), entry('b', bare)],
        passages: [],
        revised: null,
      }),
    );
    expect(text()).toContain(
      '2 entries are listed, by title only. No summary of them is held yet, so nothing is said',
    );
    expect(text()).toContain('date of revision not known');
    await click('Show the 2 titles');
    expect(root.querySelector('.entry')?.textContent).toContain('year not known');
  });
  it('loading, then ready in place', async () => {
    const { by, card, text } = open(mention(), { state: 'loading' });
    expect(by('[role=dialog]').getAttribute('aria-busy')).toBe('true');
    expect(text()).toContain('Reading the evidence on this computer…');
    expect(text()).not.toContain('Copy with citation');
    card.show(evidence());
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(by('[role=dialog]').getAttribute('aria-busy')).toBe('false');
    expect(text()).toContain('It helps some.');
  });
  it('failed: what happened, what is safe, what to do', async () => {
    const { actions, copy, click, text } = open(mention(), {
      state: 'failed',
      reason: 'the database is blocked',
    });
    expect(text()).toContain('The evidence could not be read.');
    expect(text()).toContain('What you have set is safe');
    await click('Copy details');
    expect(copy.mock.calls[0]?.[0 as never]).toContain('Reason: the database is blocked');
    expect(text()).toContain('Details copied.');
    await click('Try again');
    expect(actions.retry).toHaveBeenCalledOnce();
  });
});

describe('actions', () => {
  it('copies with citations and says how many', async () => {
    const { copy, noteCited, click, text } = open(mention(), evidence());
    await click('Copy with citation');
    expect(noteCited.mock.calls).toEqual([[['drug/E4/a']]]);
    expect(copy.mock.calls[0]).toEqual([
      expect.stringMatching(/^Rehab: Mixed\. It helps some\. \[1\]/),
      expect.stringContaining('<p>'),
    ]);
    expect(text()).toContain('Copied with 1 citation, ready to paste.');
  });
  it('says where the browser did not allow copying', async () => {
    const refused = { ok: false, reason: '' } as const;
    const { noteCited, click, text } = open(mention(), evidence(), 'pointer', refused);
    await click('Copy with citation');
    expect(text()).toContain('did not allow copying');
    expect(noteCited).not.toHaveBeenCalled();
  });
  it('keeps open and lets go', async () => {
    const { actions, button, click } = open(mention(), evidence());
    await click('Keep open');
    expect(button('Keep open').getAttribute('aria-pressed')).toBe('true');
    await click('Keep open');
    expect(actions.keepOpen.mock.calls).toEqual([[true], [false]]);
  });
  it('says why it is marked', async () => {
    const { by, click } = open(mention(), evidence());
    await click('Why is this marked?');
    expect(by('.why').textContent).toBe(
      'Words“residential rehab”ReadingAA as Alcoholics AnonymousTermrehabDecided by“meetings” beside itCould bea car club',
    );
  });
  it('takes the mark away in three scopes, with a way back', async () => {
    const { actions, root, click, text } = open(mention(), evidence());
    await click('Not this sense');
    expect([...root.querySelectorAll('.menu button')].map((el) => el.textContent)).toEqual([
      'Remove this mark here',
      'Never mark “residential rehab” on www.example.gov.uk',
      'Never mark “residential rehab” anywhere',
    ]);
    await click('on www.example.gov.uk');
    expect(actions.dismiss).toHaveBeenCalledWith('site');
    expect(text()).toContain('“residential rehab” is no longer marked on www.example.gov.uk.');
    await click('Undo');
    expect(actions.undoDismiss).toHaveBeenCalledWith('site');
    expect(text()).toContain('Marked again.');
  });
  it('says where a dismissal could not be remembered', async () => {
    const { click, text } = open(mention(), evidence(), 'pointer', {
      ok: false,
      reason: 'storage full',
    });
    await click('Not this sense');
    await click('anywhere');
    expect(text()).toContain('This could not be remembered (storage full). The mark stays.');
  });
  it('opens the topic in the matrix, or what is cited', async () => {
    const topic = open(mention(), evidence());
    await topic.click('Open in matrix');
    expect(topic.actions.openMatrix).toHaveBeenCalledWith('/topic/rehab');
    const cited = open(mention({ cites: 'drug/E4/b' }), evidence());
    await cited.click('Open in matrix');
    expect(cited.actions.openMatrix).toHaveBeenCalledWith('/drug/E4/b');
  });
  it('starts afresh for another mark', async () => {
    const { card, click, text, actions, root } = open(mention(), evidence());
    await click('Show all');
    await click('Keep open');
    const anchor = { box: () => null, element: root };
    card.open({
      mention: mention({ topic: { id: 'x', label: 'Other', cells: [] } }),
      evidence: evidence(),
      anchor,
      how: 'pointer',
      actions,
    });
    expect(text()).toContain('2 more entries');
    expect(text()).not.toContain('✓');
  });
});
