// The side panel in each of its states: what it says, what its buttons ask for, and how it follows the page.
import { describe, expect, it } from 'vitest';
import type { PanelState } from '../../../components/panel/state';
import { pageSummary } from '../background/rooms';
import { find, settled } from './dom';
import { click, documentWith, line, lines, PAGE, panel, read, text, topic } from './made-panel';

describe('the panel of a page', () => {
  it('counts what is marked, with what is only ruled out apart, and what could be marked too', async () => {
    const { root, doors } = await panel(read(PAGE));
    expect(text(root, 'h1')).toEqual(['3 topics, 10 mentions']);
    expect(text(root, 'header p')).toEqual(['Tender notice · Adult service']);
    expect(text(root, '[aria-label="Topics on this page"] h2')).toEqual([
      'rehab1 ruled out0 entries6 mentions',
      'aid2 mentions',
    ]);
    expect(text(root, '[aria-label="Topics that this page only rules out"] h2')).toHaveLength(1);
    expect(root.textContent).toContain('Counted here but not marked: goals 1.');
    find(root, 'label', 'Mark further topics').click();
    await settled();
    expect(doors.setTiers).toHaveBeenCalledWith([1, 2]);
  });

  it('says why a wish was refused, until the next one holds', async () => {
    const { root, doors } = await panel(read(PAGE));
    doors.setTiers.mockResolvedValueOnce('Your organisation has set this. Nothing was changed.');
    await click(root, 'label', 'Mark further topics');
    expect(text(root, '[role="alert"]')).toEqual([
      'Your organisation has set this. Nothing was changed.',
    ]);
    await click(root, 'label', 'Mark further topics');
    expect(text(root, '[role="alert"]')).toEqual([]);
  });

  it('lights the cells that mentions bear on, and leaves a cell’s topics by a press', async () => {
    const { root } = await panel(read(PAGE));
    const cells = [...root.querySelectorAll('td button')].map((b) => b.getAttribute('aria-label'));
    expect(cells).toEqual([
      'Drug drug/A4, 2 mentions',
      'Drug drug/E4, 5 mentions',
      'Alcohol alcohol/E4, 5 mentions',
    ]);
    root.querySelector<HTMLElement>('[aria-label^="Drug drug/A4"]')?.click();
    await settled();
    expect(text(root, 'h2')).toEqual(['aid2 mentions']);
    expect(find(root, '.chips', 'Drug A4').textContent).toContain('1 of 3 topics');
    await click(root, '.chips button', 'Clear');
    expect(text(root, 'h2')).toHaveLength(3);
  });

  it('unfolds a topic into its sentences, each a button that leads there', async () => {
    const state = read(PAGE);
    const { root } = await panel(state);
    await click(root, 'h2 button', 'aid');
    expect(text(root, '.mention .src')).toEqual([
      'A list of AA 1 meetings.',
      'A list of AA 2 meetings.',
    ]);
    expect(text(root, '.mention .m')).toEqual(['AA 1', 'AA 2']);
    await click(root, '.mention', 'AA 2');
    expect(state.document.go).toHaveBeenCalledWith('2');
    expect(find(root, '[aria-current]', 'AA 2').textContent).toContain('mark 2 of 2');
    expect(text(root, 'footer .num')).toEqual(['2 of 2']);
    root
      .querySelector('.mention')
      ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(state.document.closeCard).toHaveBeenCalledOnce();
  });

  it('shows long lists in steps and keeps the focus at the first of the new ones', async () => {
    const document = documentWith(lines(230));
    const { root } = await panel(read(PAGE, { document }));
    expect(document.asked).toEqual([]);
    await click(root, 'h2 button', 'aid');
    expect(root.querySelectorAll('.mention')).toHaveLength(25);
    await click(root, '.unfolded .inline', 'Show 25 of 205 more');
    expect(root.querySelectorAll('.mention')).toHaveLength(50);
    expect(globalThis.document.activeElement?.textContent).toContain('AA 26 ');
    expect(Math.max(...document.asked.map(({ count }) => count))).toBeLessThanOrEqual(100);
  });

  it('walks from mark to mark, and says what could not be found', async () => {
    const state = read(PAGE, { document: documentWith([line('99'), line('2')]) });
    const { root } = await panel(state);
    expect(text(root, 'footer .num')).toEqual(['10 in all']);
    await click(root, 'footer button', 'Next');
    expect(state.document.step).toHaveBeenCalledWith(false);
    expect(text(root, 'footer .num')).toEqual(['2 of 2']);
    await click(root, 'h2 button', 'aid');
    await click(root, '.mention', 'AA 99');
    expect(root.querySelector('footer')?.textContent).toContain('no longer on the page');
  });

  it('lists the evidence of a topic, of the kinds that are wanted', async () => {
    const { root, doors } = await panel(read(PAGE));
    await click(root, 'h2 button', 'aid');
    await click(root, '.shows button', 'Evidence: 4 entries');
    expect(text(root, '.entry .title')).toEqual(['aid review', 'aid key', 'aid key']);
    await click(root, '.evidence .inline', '1 more entry');
    expect(root.querySelectorAll('.entry')).toHaveLength(4);
    await click(root, '.chips button', 'Filter');
    await click(root, '.opt', 'Reviews');
    expect(text(root, '.entry .title')).toEqual(['aid review']);
    expect(text(root, 'h2')).toHaveLength(1);
    await click(root, '.entry a', 'aid review');
    expect(doors.openMatrix).toHaveBeenCalledWith('drug/A4/aid-0', ['rehab', 'aid', 'detox']);
  });

  it('filters by name, level and how a topic is mentioned', async () => {
    const document = documentWith([line('1'), line('2', 'excluded')]);
    const { root } = await panel(read(PAGE, { document }));
    await click(root, '.chips button', 'Filter');
    await click(root, '.opt', 'E');
    expect(text(root, 'h2 b')).toEqual(['rehab']);
    await click(root, '.chips button', 'Clear');
    await click(root, '.opt', 'Included');
    expect(text(root, 'h2 b')).toEqual(['rehab', 'detox']);
    await click(root, 'h2 button', 'rehab');
    expect(document.asked.at(-1)?.stances).toEqual(['excluded', 'other']);
    expect(text(root, '.mention .m.x')).toEqual(['AA 2']);
    await click(root, '.chips button', 'Clear');
    const field = root.querySelector<HTMLInputElement>('input[type=search]');
    if (!field) throw new Error('no field');
    field.value = 'zzz';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await settled();
    expect(root.textContent).toContain('No topic is left by these choices.');
  });

  it('names the main topics that the page does not, for whose work they are', async () => {
    const { root, doors } = await panel(read(PAGE, { role: 'commissioner' }));
    await click(root, '.views button', 'Missing 1');
    expect(root.textContent).toContain(
      '1 topic not named here, of the 2 main topics in column E, the commissioner’s.',
    );
    expect(text(root, 'a.topic')).toEqual(['residentialDrug E3']);
    const choice = root.querySelector('select');
    if (!choice) throw new Error('no choice');
    choice.value = 'manager';
    choice.dispatchEvent(new Event('change', { bubbles: true }));
    expect(doors.setRole).toHaveBeenCalledWith('manager');
  });

  it('goes through topics and mentions by the arrow keys', async () => {
    const { root } = await panel(read(PAGE));
    await click(root, 'h2 button', 'rehab');
    const press = (key: string) =>
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    find(root, 'h2 button', 'rehab').focus();
    press('ArrowDown');
    expect(document.activeElement?.textContent).toContain('AA 1 ');
    press('ArrowDown');
    press('ArrowDown');
    expect(document.activeElement?.textContent).toContain('aid');
    press('ArrowUp');
    expect(document.activeElement?.textContent).toContain('AA 2 ');
  });
});

describe('the panel at work', () => {
  it('says once that a page is read, and follows it to the next', async () => {
    const part = { ...PAGE, state: 'reading' as const, progress: 0.184 };
    const { root, to } = await panel(read(part));
    expect(text(root, 'h1')).toEqual(['Reading this page']);
    expect(root.textContent).toContain('18 % read');
    expect(text(root, 'h2')[0]).toContain('so far');
    expect(text(root, '[role=status]')).toEqual(['']);
    await to(read(PAGE));
    expect(text(root, '[role=status]')).toEqual(['3 topics, 10 mentions on this page.']);
    await to(read({ ...PAGE, topics: [topic('aid', 1)] }));
    expect(text(root, 'h1')).toEqual(['1 topic, 1 mention']);
    expect(text(root, '[role=status]')).toEqual(['3 topics, 10 mentions on this page.']);
    await to(read(pageSummary([]), { key: '3 https://www.gov.uk/b' }));
    expect(text(root, '[role=status]')).toEqual(['Nothing is marked on this page.']);
  });

  it('asks the page again for what is unfolded when it reports anew', async () => {
    const { root, to } = await panel(read(PAGE));
    await click(root, 'h2 button', 'aid');
    const document = documentWith(lines(3));
    await to(read(PAGE, { document }));
    expect(root.querySelectorAll('.mention')).toHaveLength(3);
    expect(find(root, 'h2 button', 'aid').getAttribute('aria-expanded')).toBe('true');
  });

  it('gives the reasons before “Mark anyway”', async () => {
    const relevance = {
      pass: false,
      kind: 'page' as const,
      reasons: ['“rehabilitation” of roofs'],
    };
    const { root, doors } = await panel(read(pageSummary([], { relevance, title: 'Roofs' })));
    expect(root.textContent).toMatch(/Nothing marked.*Roofs.*rehabilitation.*Mark anyway/);
    await click(root, 'button', 'Mark anyway');
    expect(doors.markAnyway).toHaveBeenCalledOnce();
    expect(doors.look.mock.calls.length).toBeGreaterThan(1);
    await click(root, 'button', 'Search the matrix');
    expect(doors.openMatrix).toHaveBeenCalledWith('search', []);
  });

  it.each<[PanelState, string, string]>([
    [{ is: 'impossible' }, 'Not possible on this page', 'Nothing is wrong.'],
    [{ is: 'unseen' }, 'Not read', 'in the browser’s toolbar'],
    [{ is: 'own' }, 'A page of this extension', 'tender notice'],
    [{ is: 'gone' }, 'The page was closed', 'safe'],
    [{ is: 'pdf', name: 'Spec v7.pdf' }, 'This is a PDF', 'Spec v7.pdf'],
    [
      { is: 'failed', what: 'evidence', reason: 'Full.' },
      'The evidence could not be opened',
      'Full.',
    ],
    [{ is: 'failed', what: 'page', reason: 'Gone.' }, 'This page could not be read', 'Gone.'],
  ])('%j', async (state, heading, words) => {
    const { root, doors } = await panel(state);
    expect(text(root, 'h1')).toEqual([heading]);
    expect(root.textContent).toContain(words);
    if (state.is !== 'failed') return;
    await click(root, 'button', 'Try again');
    expect(doors.again).toHaveBeenCalledOnce();
  });

  it('offers to allow the site, and to turn it on', async () => {
    const { root, doors, to } = await panel({
      is: 'not-allowed',
      host: 'www.leeds.gov.uk',
      mayAsk: true,
    });
    await click(root, 'button', 'Allow on this site');
    expect(doors.allow).toHaveBeenCalledOnce();
    await click(root, 'button', 'Only this once');
    expect(doors.markOnce).toHaveBeenCalledOnce();
    await to({ is: 'off', host: 'file', off: { by: 'site', since: '2026-11-12T10:00:00.000Z' } });
    expect(root.textContent).toContain('files on this computer · by you, 12 November 2026');
    await click(root, 'button', 'Turn on here');
    expect(doors.turn).toHaveBeenCalledWith('site', true);
  });

  it('shows words of the page as text only', async () => {
    const title = '<img src=x onerror=alert(1)>';
    const document = documentWith([{ ...line('1'), before: title }]);
    const { root } = await panel(read({ ...PAGE, title }, { document }));
    await click(root, 'h2 button', 'aid');
    expect(root.querySelector('img')).toBeNull();
    expect(root.querySelector('.mention')?.textContent).toContain(title);
  });
});
