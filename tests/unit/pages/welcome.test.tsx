// First run: one request for the chosen sites; a refusal is said and leaves everything working.
import { describe, expect, it } from 'vitest';
import { WelcomeApp, type WelcomeDoors } from '../../../components/welcome/WelcomeApp';
import { sites } from '../../../lib/sites/sites';
import { find, settled, show } from './dom';

function welcome(more: Partial<WelcomeDoors> = {}) {
  const asked: string[][] = [];
  let allowed: string[] = [];
  let tries = 0;
  const chosen: string[] = [];
  const doors: WelcomeDoors = {
    sites,
    allowed: async () => allowed,
    async request(ids) {
      asked.push([...ids]);
      allowed = [...allowed, ...ids];
      return true;
    },
    evidence: async () => ({ ok: true, value: 167 }),
    keys: async () => 'Alt+Shift+E',
    chooseLanguage: (language) => chosen.push(language),
    startTrying: () => {
      tries++;
    },
    ...more,
  };
  return { root: show(<WelcomeApp doors={doors} />), asked, chosen, tries: () => tries };
}

describe('first run', () => {
  it('asks once for the ticked sites, the three suggested ones to begin with', async () => {
    const { root, asked } = welcome();
    await settled();
    find(root, 'label', 'NICE').querySelector('input')?.click();
    await settled();
    find(root, 'button', 'Allow these 4 sites').click();
    await settled();
    expect(asked).toEqual([['find-a-tender', 'contracts-finder', 'gov-uk', 'nice']]);
    expect(find(root, '[role=status]', '4 sites allowed.').textContent).toContain('167 entries');
  });

  it('says what a refusal means', async () => {
    const { root } = welcome({ request: async () => false });
    await settled();
    find(root, 'button', 'Allow these 3 sites').click();
    await settled();
    expect(root.querySelector('[role=status]')?.textContent).toMatch(
      /not given leave.*No site allowed yet.*toolbar button still marks/,
    );
    expect(find(root, 'button', 'Allow these 3 sites').hasAttribute('disabled')).toBe(false);
  });

  it('can be left without any site', async () => {
    const { root, asked } = welcome();
    await settled();
    find(root, 'button', 'None for now').click();
    await settled();
    expect(asked).toEqual([]);
    expect(root.querySelector('[role=status]')?.textContent).toContain(
      'toolbar button marks any page once',
    );
  });

  it('has nothing to press when nothing is ticked', async () => {
    const { root } = welcome();
    await settled();
    for (const box of root.querySelectorAll<HTMLInputElement>('input:checked')) box.click();
    await settled();
    expect(find(root, 'button', 'Allow the ticked sites').hasAttribute('disabled')).toBe(true);
  });

  it('starts the example once the evidence is there, and not before', async () => {
    let open = false;
    const { root, tries } = welcome({
      evidence: async () => (open ? { ok: true, value: 1 } : { ok: false, reason: 'No room.' }),
    });
    await settled();
    expect(tries()).toBe(0);
    expect(root.textContent).toContain('No room.');
    open = true;
    find(root, 'button', 'Try again').click();
    await settled();
    expect(tries()).toBe(1);
  });

  it('offers Welsh by its own name, and says what “nothing leaves this computer” means', async () => {
    const { root, chosen } = welcome();
    await settled();
    const welsh = find(root, 'button', 'Cymraeg');
    expect(welsh.lang).toBe('cy');
    welsh.click();
    expect(chosen).toEqual(['cy']);
    expect(
      find(root, 'details', 'nothing leaves this computer').querySelectorAll('li'),
    ).toHaveLength(4);
  });
});
