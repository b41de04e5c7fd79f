// The card in its other states, and what can be done with it.
import { afterEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../../lib/evidence/model';
import { clearCard, entry, evidence, mention, open } from './made-card';

afterEach(clearCard);

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
