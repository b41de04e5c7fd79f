// What the settings page finds out and has done. Runs in the settings page.
import type { Reply } from '../messages/wire';
import { giveBack } from '../platform/hosts';
import { askBackground } from '../platform/messages';
import { grantedHosts, onHostsChanged, requestHosts } from '../platform/scripts';
import { onStoredAny } from '../platform/storage';
import type { Dismissal, Field, Settings } from '../settings/schema';
import type { SettingsLook } from '../settings/views';
import { siteRows } from '../sites/rows';
import { allowedBy, patternFor, sites } from '../sites/sites';
import type { SitesView } from '../sites/views';
import { say } from '../words/words';
import type { Told } from './page-evidence';
import { RECENT } from './recent-files';
import { wishes } from './wishes';

const done: Told<object> = { ok: true, value: {} };
const no = (reason: string): Told<never> => ({ ok: false, reason });

function told(reply: Reply<{ ok: boolean; reason?: string | undefined }>): Told<object> {
  const answer = reply.ok ? reply.answer : reply;
  return answer.ok
    ? done
    : no(answer.reason ?? say('The extension did not answer. Nothing was changed.'));
}

const followers = new Set<() => void>();
let listening = false;

export const settingsWork = {
  look: (): Promise<SettingsLook> => wishes.look(),

  /** Calls back when a setting, the policy or what the browser allows has changed, until what it returns is called. */
  onChanged(changed: () => void): () => void {
    if (!listening) {
      listening = true;
      const tell = () => {
        for (const follower of followers) follower();
      };
      onStoredAny((key) => key.startsWith('settings.') || key === RECENT, tell);
      onHostsChanged(tell);
    }
    followers.add(changed);
    return () => followers.delete(changed);
  },

  async set<F extends Field>(field: F, value: Settings[F]): Promise<Told<object>> {
    return told(await askBackground('settings/set', { field, value }));
  },

  async sites(): Promise<SitesView> {
    const [{ settings, policy }, granted] = await Promise.all([wishes.look(), grantedHosts()]);
    const rows = siteRows({ granted, wanted: settings.sites, policy, off: settings.off });
    return { rows, known: sites, allowed: allowedBy(granted) };
  },

  /** Must be called straight from a click. `patterns` of sites of the list or of rows. */
  async allow(patterns: readonly string[]): Promise<Told<object>> {
    const asked = requestHosts(patterns).catch(() => false);
    for (const pattern of patterns) await askBackground('site/want', { pattern, on: true });
    if (await asked) return done;
    return no(
      say(
        'The browser was not given leave, so nothing more is read than before. Your organisation may have ruled it out; otherwise you can ask again.',
      ),
    );
  },

  /** The same for an address that the reader typed. */
  async allowAddress(typed: string): Promise<Told<object>> {
    const address = /^[a-z]+:\/\//i.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`;
    const pattern = patternFor(address);
    if (!pattern?.startsWith('https:') || !pattern.includes('.'))
      return no(
        say(
          '“{typed}” is not the address of a site that starts with https://. Nothing was asked; check it and try again.',
          { typed: typed.trim().slice(0, 100) },
        ),
      );
    const got = await settingsWork.allow([pattern]);
    if (!got.ok) await askBackground('site/want', { pattern, on: false });
    return got;
  },

  /** Gives the leave for a site back to the browser and forgets that it was wished for. */
  async takeBack(pattern: string): Promise<Told<object>> {
    const granted = await grantedHosts();
    if (granted.includes(pattern) && !(await giveBack(pattern)))
      return no(
        say(
          'The browser keeps this leave: it came with the installation or from your organisation. You can turn marking off there instead.',
        ),
      );
    return told(await askBackground('site/want', { pattern, on: false }));
  },

  async turnSite(host: string, on: boolean): Promise<Told<object>> {
    return told(await askBackground('site/turn', { host, on }));
  },

  async turnEverywhere(on: boolean): Promise<Told<object>> {
    return told(await askBackground('everywhere/turn', { on }));
  },

  async restoreSense(dismissal: Dismissal): Promise<Told<object>> {
    return told(await askBackground('sense/restore', { dismissal }));
  },

  async dismissSense(dismissal: Dismissal): Promise<Told<object>> {
    return told(await askBackground('sense/dismiss', { dismissal }));
  },
};
