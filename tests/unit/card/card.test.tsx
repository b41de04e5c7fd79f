// The card with its evidence, as a reader would read it.
import { afterEach, describe, expect, it } from 'vitest';
import type { TopicEvidence } from '../../../lib/evidence/views';
import { clearCard, entry, evidence, mention, newer, open, passage, topicHead } from './made-card';

afterEach(clearCard);

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
