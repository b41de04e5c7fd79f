// Evidence from an address, as the page shows it and asks for it; and the settings page around it.
import { describe, expect, it } from 'vitest';
import { type Section, SettingsApp } from '../../../components/settings/SettingsApp';
import type { Subscription } from '../../../lib/evidence/packs/model';
import { find, settled, show } from './dom';
import { page, shipped, view } from './sources-page';

describe('an address', () => {
  const at = (outcome: Subscription['outcome']): Subscription => ({
    url: 'https://county.example/set.json',
    pack: null,
    weekly: false,
    checked: outcome.is === 'never' ? null : '2026-11-20T12:00:00Z',
    outcome,
  });

  it.each<[Subscription['outcome'], RegExp]>([
    [{ is: 'never' }, /Not checked yet\./],
    [{ is: 'same' }, /Last checked on 20 November 2026: nothing newer there/],
    [
      { is: 'waiting', sha256: 'x', bytes: 1_250_000, at: '2026-11-20T12:00:00Z' },
      /a newer set is waiting \(1\.3 MB\).*Nothing changes until you say so/s,
    ],
    [
      { is: 'failed', reason: 'The site answered “404”.' },
      /without success: The site answered “404”\..*The evidence in use is unchanged/s,
    ],
  ])('says how the last look went: %j', async (outcome, words) => {
    const { root } = page(view([shipped], [at(outcome)]));
    await settled();
    expect(find(root, '.rows > li', 'county.example').textContent).toMatch(words);
  });

  it('is looked at now, weekly, or no more; what waits is shown before it is used', async () => {
    const waiting = at({ is: 'waiting', sha256: 'x', bytes: 1, at: '' });
    const { root, doors } = page(view([shipped], [waiting]));
    await settled();
    find(root, 'button', 'Check now').click();
    await settled();
    expect(doors.subscriptions.check).toHaveBeenCalledWith(waiting.url);
    find(root, '.opt', 'once a week').querySelector('input')?.click();
    await settled();
    expect(doors.subscriptions.weekly).toHaveBeenCalledWith(waiting.url, true);
    find(root, 'button', 'See what it would change').click();
    await settled();
    expect(doors.review).toHaveBeenCalledWith(
      { kind: 'waiting', url: waiting.url },
      expect.anything(),
    );
    find(root, 'button', 'Not now').click();
    await settled();
    find(root, 'button', 'Stop checking').click();
    await settled();
    expect(doors.subscriptions.unsubscribe).toHaveBeenCalledWith(waiting.url);
    expect(root.textContent).toContain('Evidence that came from there stays');
  });

  async function add(root: HTMLElement, text: string) {
    const field = root.querySelector<HTMLInputElement>('.add input');
    if (!field) throw new Error('no field for an address');
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await settled();
    root
      .querySelector('form')
      ?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  }

  it('is asked for straight from the click, and only an https one', async () => {
    const { root, doors } = page(view([shipped]));
    await settled();
    await add(root, 'http://county.example/set.json');
    await settled();
    expect(root.textContent).toContain('Nothing was asked.');
    expect(doors.subscriptions.subscribe).not.toHaveBeenCalled();
    await add(root, 'https://county.example/set.json');
    // Before any turn of the loop: the browser asks only straight after a click.
    expect(doors.subscriptions.subscribe).toHaveBeenCalledWith('https://county.example/set.json');
    await settled();
    expect(root.textContent).toContain('The address was added.');
  });

  it('that the browser or the site refuses is named with the reason', async () => {
    const base = page(view([shipped]));
    const refuse = {
      ...base.doors.subscriptions,
      subscribe: async () => ({ ok: false as const, reason: 'Not given leave.' }),
    };
    show(null);
    const { root } = page(view([shipped]), { subscriptions: refuse });
    await settled();
    await add(root, 'https://county.example/set.json');
    await settled();
    expect(find(root, '.box', 'This was not used').textContent).toContain('Not given leave.');
  });
});

describe('the settings page', () => {
  const section = (id: string): Section => ({
    id,
    title: id.toUpperCase(),
    show: ({ rest }) => <h2 tabIndex={-1}>{`${id} ${rest}`}</h2>,
  });
  const app = async (hash: string) => {
    location.hash = hash;
    const root = show(<SettingsApp sections={[section('a'), section('b')]} />);
    dispatchEvent(new Event('hashchange'));
    await settled();
    return root;
  };

  it('opens at its first section, names the one it is in, and moves the focus to its heading', async () => {
    const root = await app('');
    expect(root.querySelector('h2')?.textContent).toBe('a ');
    expect(document.title).toBe('A – Settings');
    await app('#/b/part?x=1');
    expect(root.querySelector('h2')?.textContent).toBe('b part');
    expect(root.querySelector('[aria-current=page]')?.textContent).toBe('B');
    expect(document.activeElement?.tagName).toBe('H2');
  });

  it('says so where there is no such section', async () => {
    const root = await app('#/%3Cb%3E');
    expect(root.textContent).toContain('There is no such page');
    expect(document.title).toBe('Not found – Settings');
    expect(root.querySelector('[aria-current]')).toBeNull();
  });
});
