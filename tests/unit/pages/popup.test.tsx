// The popup in each of its states: what it says, and what its buttons ask for.
import { describe, expect, it, vi } from 'vitest';
import { Popup } from '../../../components/popup/Popup';
import { PopupApp, type PopupDoors } from '../../../components/popup/PopupApp';
import {
  bearingOf,
  marked,
  type PopupActions,
  type PopupState,
  withFrames,
} from '../../../components/popup/state';
import type { PageSummary } from '../../../lib/messages/map';
import { pageSummary } from '../background/rooms';
import { find, settled, show } from './dom';

const topic = (id: string, asserted: number, excluded = 0, tier: 1 | 2 = 1) => ({
  id,
  label: id,
  tier,
  asserted,
  excluded,
  other: 0,
});

const bearing = { lit: ['drug/E4'], main: 'drug/E4', mainName: 'E4 Treatment systems' };

const read = (page: PageSummary): PopupState => ({ is: 'read', host: 'www.gov.uk', page, bearing });

function popup(state: PopupState, canAddCell = false) {
  const actions: PopupActions = {
    turn: vi.fn(),
    markAnyway: vi.fn(),
    markOnce: vi.fn(),
    allow: vi.fn(),
    nextMark: vi.fn(),
    openPanel: vi.fn(),
    openMatrix: vi.fn(),
    addCell: vi.fn(),
    openSettings: vi.fn(),
    openInReader: vi.fn(),
    openFile: vi.fn(),
    tryAgain: vi.fn(),
  };
  const root = show(<Popup state={state} actions={actions} busy={false} canAddCell={canAddCell} />);
  return { root, actions };
}

const buttons = (root: HTMLElement) =>
  [...root.querySelectorAll('button')].map((b) => b.textContent);

const FOOT = ['Settings', 'Search the matrix', 'Open a file'];

describe('the popup', () => {
  it('counts topics and mentions, and says what is ruled out', async () => {
    const page = pageSummary([], { topics: [topic('rehab', 5, 1), topic('aid', 4)] });
    const { root, actions } = popup(read(page));
    expect(root.querySelector('h1')?.textContent).toBe('2 topics, 10 mentions');
    expect(find(root, 'li', 'rehab').textContent).toBe('rehab1 ruled out6 mentions');
    find(root, 'button', 'aid').click();
    expect(actions.openMatrix).toHaveBeenCalledWith('topic/aid', ['rehab', 'aid']);
    find(root, 'button', 'Next mark').click();
    expect(actions.nextMark).toHaveBeenCalledOnce();
    find(root, 'button', 'Open side panel').click();
    expect(actions.openPanel).toHaveBeenCalledOnce();
    expect(buttons(root)).not.toContain('Everywhere');
    find(root, 'button', 'Turn off…').click();
    await settled();
    find(root, 'button', 'On www.gov.uk').click();
    find(root, 'button', 'On this page').click();
    find(root, 'button', 'Everywhere').click();
    expect(vi.mocked(actions.turn).mock.calls).toEqual([
      ['site', false],
      ['page', false],
      ['everywhere', false],
    ]);
  });

  it('gives the reasons before “Mark anyway”', () => {
    const relevance = {
      pass: false,
      kind: 'page' as const,
      reasons: ['“rehabilitation” of roofs'],
    };
    const { root, actions } = popup(read(pageSummary([], { relevance, title: 'Roofs' })));
    expect(root.textContent).toMatch(/Nothing marked.*rehabilitation.*Mark anyway/);
    expect(buttons(root)).not.toContain('Next mark');
    find(root, 'button', 'Mark anyway').click();
    expect(actions.markAnyway).toHaveBeenCalledOnce();
  });

  it('does not offer what was done already', () => {
    const { root } = popup(read(pageSummary([], { anyway: true })));
    expect(buttons(root)).not.toContain('Mark anyway');
  });

  it('says how far it has read', () => {
    const page = pageSummary(['a'], { state: 'reading', progress: 0.184 });
    const { root } = popup(read(page));
    expect(root.querySelector('[role=status]')?.textContent).toBe(
      '18 % read. 1 topic, 1 mention so far.',
    );
    expect(root.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')).toBe('18');
  });

  it('offers “Allow” only where the extension may ask', () => {
    const { root } = popup({ is: 'not-allowed', host: 'www.leeds.gov.uk', mayAsk: true });
    expect(buttons(root)).toEqual(['Allow on this site', 'Only this once', ...FOOT]);
    const other = popup({ is: 'not-allowed', host: 'portal.example', mayAsk: false });
    expect(buttons(other.root)).toEqual(['Only this once', ...FOOT]);
  });

  it('offers to add the cell on the site of the matrices only, whether or not it may read there', () => {
    const ADD = 'Add this cell to the evidence on this computer';
    const { root, actions } = popup(
      { is: 'not-allowed', host: 'findings.org.uk', mayAsk: true },
      true,
    );
    find(root, 'button', ADD).click();
    expect(actions.addCell).toHaveBeenCalledOnce();
    find(root, 'footer button', 'Settings').click();
    expect(actions.openSettings).toHaveBeenCalledOnce();
    expect(buttons(popup(read(pageSummary(['a']))).root)).not.toContain(ADD);
  });

  it('says since when it is off, and turns on', () => {
    const off = { by: 'site', since: '2026-11-12T10:00:00.000Z' } as const;
    const { root, actions } = popup({ is: 'off', host: 'file', off });
    expect(root.textContent).toContain('files on this computer · by you, 12 November 2026');
    find(root, 'button', 'Turn on here').click();
    expect(actions.turn).toHaveBeenCalledWith('site', true);
  });

  it('turns on again what is off everywhere or on the page alone', () => {
    const off = { by: 'everywhere', since: '2026-11-12T10:00:00.000Z' } as const;
    const everywhere = popup({ is: 'off', host: 'a.example', off });
    expect(everywhere.root.querySelector('h1')?.textContent).toBe('Turned off everywhere');
    find(everywhere.root, 'button', 'Turn on again').click();
    expect(everywhere.actions.turn).toHaveBeenCalledWith('everywhere', true);
    const page = popup({ is: 'off-page', host: 'a.example' });
    expect(page.root.querySelector('h1')?.textContent).toBe('Turned off on this page');
    find(page.root, 'button', 'Turn on here').click();
    expect(page.actions.turn).toHaveBeenCalledWith('page', true);
  });

  it('names the organisation that turned it off, and whom to ask', () => {
    const off = { by: 'organisation', who: 'Example County Council', contact: 'ICT' } as const;
    const { root } = popup({ is: 'off', host: 'a.example', off });
    expect(root.textContent).toContain('a.example · by Example County Council');
    expect(root.textContent).toContain('Ask ICT to change this.');
    expect(buttons(root)).toEqual(FOOT);
  });

  it.each<[PopupState, string]>([
    [{ is: 'pdf', name: 'Spec v7.pdf' }, 'This is a PDF'],
    [{ is: 'impossible' }, 'Not possible on this page'],
    [{ is: 'failed', what: 'evidence', reason: 'Full.' }, 'The evidence could not be opened'],
    [{ is: 'failed', what: 'page', reason: 'Gone.' }, 'This page could not be read'],
  ])('%j', (state, heading) => {
    const { root } = popup(state);
    expect(root.querySelector('h1')?.textContent).toBe(heading);
    if (state.is === 'failed')
      expect(root.querySelector('[role=alert]')?.textContent).toBe(state.reason);
  });

  it('shows words of the page as text only', () => {
    const title = '<img src=x onerror=alert(1)>';
    const { root } = popup(read(pageSummary([], { title })));
    expect(root.querySelector('img')).toBeNull();
    expect(root.textContent).toContain(title);
  });
});

describe('the popup at work', () => {
  it('looks again after what the reader does', async () => {
    let off = false;
    const doors: PopupDoors = {
      look: async () => (off ? { is: 'off-page', host: 'www.gov.uk' } : read(pageSummary(['a']))),
      turn: async () => {
        off = true;
      },
      markAnyway: async () => undefined,
      markOnce: async () => undefined,
      allow: async () => undefined,
      nextMark: async () => undefined,
      openPanel: async () => undefined,
      openMatrix: async () => undefined,
      canAddCell: () => false,
      addCell: async () => undefined,
      openSettings: async () => undefined,
      openInReader: async () => undefined,
      openFile: async () => undefined,
      again: () => undefined,
    };
    const root = show(<PopupApp doors={doors} />);
    await settled();
    find(root, 'button', 'Turn off…').click();
    await settled();
    find(root, 'button', 'On this page').click();
    await settled();
    expect(root.querySelector('h1')?.textContent).toBe('Turned off on this page');
    expect(document.activeElement).toBe(root.querySelector('h1'));
  });
});

describe('what bears on the page', () => {
  const cells: Record<string, string[]> = {
    rehab: ['drug/E4', 'drug/A4'],
    aid: ['drug/E4'],
    ost: ['drug/A3'],
  };
  const cellsOf = (id: string) => cells[id] ?? [];

  it('is the cell with most mentions', () => {
    expect(bearingOf([topic('ost', 3), topic('rehab', 2), topic('aid', 2)], cellsOf)).toEqual({
      lit: ['drug/A3', 'drug/E4', 'drug/A4'],
      main: 'drug/E4',
    });
  });

  it('is nothing where topics are only ruled out', () => {
    expect(bearingOf([topic('rehab', 0, 4)], cellsOf)).toEqual({ lit: [], main: null });
  });
});

describe('a page with frames', () => {
  it('adds up its topics and is read when all are', () => {
    const page = pageSummary([], { topics: [topic('a', 1), topic('b', 1)] });
    const frame = pageSummary([], { topics: [topic('b', 3, 1)], state: 'reading', progress: 0.5 });
    const all = withFrames(page, [frame]);
    expect(all.state).toBe('reading');
    expect(all.progress).toBe(0.5);
    expect(all.topics.map((one) => [one.id, one.asserted, one.excluded])).toEqual([
      ['b', 4, 1],
      ['a', 1, 0],
    ]);
  });

  it('shows only topics that are marked', () => {
    const page = pageSummary([], { topics: [topic('a', 1), topic('b', 1, 0, 2)] });
    expect(marked(page, [1]).topics.map((one) => one.id)).toEqual(['a']);
  });
});
