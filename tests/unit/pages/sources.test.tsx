// The evidence on this computer: each state of the page, and what its buttons ask for.
import { describe, expect, it } from 'vitest';
import type { Progress, Review } from '../../../lib/evidence/packs/model';
import { find, settled } from './dom';
import { county, give, mine, ok, pack, page, review, shipped, view } from './sources-page';

describe('what is held', () => {
  it('names title, version, dates, licence, checksum and counts of each', async () => {
    const { root } = page(view([shipped, county, mine]));
    expect(root.textContent).toContain('Opening the evidence');
    await settled();
    const words = pack(root, 'Treatment matrices').textContent;
    expect(words).toContain('Came with the extension');
    expect(words).toContain('1.1.0, put together on 24 November 2026');
    expect(words).toContain('50 cells, 1 entry, 38 topics, 14,210 wordings');
    expect(words).toContain(`${'a'.repeat(12)}…`);
    expect(pack(root, 'County').textContent).toContain('from the file county.json');
    expect(pack(root, 'Your imported cells').textContent).toContain(
      'Drug B3 · read on 24 November 2026 from b3.md',
    );
    expect(pack(root, 'Treatment matrices').textContent).not.toContain('Take it out');
  });

  it('says why it cannot be opened, and opens when asked again', async () => {
    let blocked = true;
    const held = view([shipped]);
    const { root } = page(held, {
      sources: async () =>
        blocked ? { ok: false, reason: 'Another tab holds it back.' } : ok(held),
    });
    await settled();
    expect(find(root, '[role=alert]', 'could not be opened').textContent).toContain('Another tab');
    blocked = false;
    find(root, 'button', 'Try again').click();
    await settled();
    expect(pack(root, 'Treatment matrices')).toBeTruthy();
  });

  it('goes back only after saying what that does', async () => {
    const { root, doors } = page(view([shipped]));
    await settled();
    find(root, 'button', 'Go back to this one…').click();
    await settled();
    expect(root.textContent).toContain('Version 1.1.0 is kept, so you can return to it');
    expect(doors.rollBack).not.toHaveBeenCalled();
    find(root, 'button', 'Leave it').click();
    await settled();
    expect(document.activeElement?.textContent).toBe('Go back to this one…');
    find(root, 'button', 'Go back to this one…').click();
    await settled();
    const yes = find(root, 'button', 'Go back to version 1.0.0');
    yes.focus();
    yes.click();
    await settled();
    expect(doors.rollBack).toHaveBeenCalledWith('m', expect.anything());
    expect(find(root, '.done', 'is version 1.0.0 again')).toBeTruthy();
    expect(document.activeElement?.className).toBe('news');
  });

  it('takes a set out and puts it back', async () => {
    const { root, doors } = page(view([shipped, county]));
    await settled();
    find(pack(root, 'County'), 'button', 'Take it out…').click();
    await settled();
    find(pack(root, 'County'), '.confirm button', 'Take it out').click();
    await settled();
    expect(root.textContent).toContain('“County” was taken out.');
    expect(root.querySelectorAll('section.pack')).toHaveLength(1);
    find(root, 'button', 'Undo').click();
    await settled();
    expect(doors.putBack).toHaveBeenCalledWith('county', expect.anything());
    expect(root.textContent).toContain('“County” is back.');
    expect(pack(root, 'County')).toBeTruthy();
  });

  it('saves one set, or all; the reader’s own only where they say so', async () => {
    const { root, saved } = page(view([shipped, mine]));
    await settled();
    find(pack(root, 'Treatment matrices'), 'button', 'Save a copy').click();
    await settled();
    expect(root.textContent).toContain('Saved as m.json, 84 kB.');
    find(root, 'button', 'Save a copy of all').click();
    await settled();
    find(root, '.opt', 'With your own copies').querySelector('input')?.click();
    await settled();
    find(root, 'button', 'Save a copy of all').click();
    await settled();
    expect(saved.map(([name]) => name)).toEqual(['m.json', 'all.json', 'all-own.json']);
  });

  it('takes out one imported cell', async () => {
    const { root, doors } = page(view([shipped, mine]));
    await settled();
    find(root, 'button', 'Take this copy out').click();
    await settled();
    expect(doors.removeCell).toHaveBeenCalledWith('drug/B3', expect.anything());
  });
});

describe('another set', () => {
  it('is shown with what it changes, what the reader cited first, and used only when they say so', async () => {
    const { root, doors } = page(view([shipped, county]));
    await settled();
    await give(root, 'newer.json');
    const box = pack(root, 'Ready to be used');
    expect(box.textContent).toContain(
      'County, version 0.4.0 of 24 November 2026: newer than what is held',
    );
    expect(box.textContent).toContain('3 added, 1 changed, 0 removed.');
    expect(box.textContent).toMatch(
      /1 entry that you copied a reference of.*Peers copied on 12 November 2026.*Year20082009/s,
    );
    expect(box.textContent).toContain('2 more are not listed.');
    expect(box.textContent).toMatch(/700 places.*“X” is in both\..*699 more are not listed/s);
    expect(doors.apply).not.toHaveBeenCalled();
    find(box, 'button', 'Use it').click();
    await settled();
    expect(doors.apply).toHaveBeenCalledWith('1', expect.anything());
    expect(root.textContent).toContain('“County” is in use now.');
  });

  it('left alone changes nothing', async () => {
    const { root, doors } = page(view([shipped]));
    await settled();
    await give(root, 'newer.json');
    find(root, 'button', 'Not now').click();
    await settled();
    expect(root.textContent).toContain('Nothing was changed.');
    expect(doors.apply).not.toHaveBeenCalled();
  });

  it('that is refused is named with every place and reason', async () => {
    const problems = [
      { line: 212, path: 'entries[3].year', reason: 'it must be a whole number' },
      { line: null, path: '', reason: 'the file does not hold a set of evidence' },
    ];
    const failure = {
      ok: false as const,
      code: 'refused' as const,
      reason: 'Refused: line 212. Unchanged.',
      problems,
    };
    const { root } = page(view([shipped]), { review: async () => failure });
    await settled();
    await give(root, 'faulty.json');
    const words = find(root, '.box', 'This was not used: faulty.json').textContent;
    expect(words).toContain('Refused: line 212. Unchanged.');
    expect(words).toContain('Line 212, “entries[3].year”: it must be a whole number');
    expect(words).toContain('the file: the file does not hold a set of evidence');
    expect(pack(root, 'Treatment matrices')).toBeTruthy();
  });

  it('that is held already is not offered', async () => {
    const same: Review = {
      ...review,
      packs: review.packs.map((one) => ({ ...one, state: 'same' as const })),
    };
    const { root } = page(view([shipped]), { review: async () => ok(same) });
    await settled();
    await give(root, 'same.json');
    expect(root.textContent).toContain('byte for byte');
    expect([...root.querySelectorAll('button')].map((b) => b.textContent)).not.toContain('Use it');
  });

  it('can be stopped while it is read; how far it has come is told', async () => {
    let tell: ((progress: Progress) => void) | undefined;
    const { root } = page(view([shipped]), {
      review: (_input, watch) =>
        new Promise((resolve) => {
          tell = watch?.progress;
          watch?.signal?.addEventListener('abort', () =>
            resolve({ ok: false, code: 'cancelled', reason: 'Stopped as you asked. Unchanged.' }),
          );
        }),
    });
    await settled();
    await give(root, 'large.json');
    expect(find(root, '[role=progressbar]', '').hasAttribute('aria-valuenow')).toBe(false);
    tell?.({ step: 'checking', done: 30, of: 120 });
    await settled();
    expect(find(root, '.news [role=status]', 'checking every line').textContent).toContain('25 %');
    expect(find(root, '[role=progressbar]', '').getAttribute('aria-valuenow')).toBe('25');
    find(root, 'button', 'Stop').click();
    await settled();
    expect(find(root, '.done', 'Stopped as you asked. Unchanged.')).toBeTruthy();
    expect(root.querySelector('[role=progressbar]')).toBeNull();
  });
});
