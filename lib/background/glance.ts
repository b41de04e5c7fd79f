// What the toolbar popup finds out about the tab in front. Runs in the popup; asks the page and the background.
import type { PageSummary } from '../messages/map';
import { askPage } from '../platform/message-border';
import { askBackground } from '../platform/messages';
import { contentTypeOf, grantedHosts } from '../platform/scripts';
import { sessionArea } from '../platform/storage';
import type { Tab } from '../platform/tabs';
import type { Off } from '../settings/schema';
import { whereOff } from '../settings/where-off';
import { covers, hostOf, isReader, mayAsk } from '../sites/sites';
import { say } from '../words/words';
import { pagesOff } from './pages-off';
import { summaries } from './summaries';
import { wishes } from './wishes';

export type Glance =
  | {
      readonly is: 'read';
      readonly host: string;
      /** The page itself first, then its frames that reported. */
      readonly pages: readonly [PageSummary, ...PageSummary[]];
      readonly tiers: readonly number[];
    }
  | { readonly is: 'not-allowed'; readonly host: string; readonly mayAsk: boolean }
  | { readonly is: 'off'; readonly host: string; readonly off: Off }
  /** Off for this page alone, until it is loaded again. */
  | { readonly is: 'off-page'; readonly host: string }
  | { readonly is: 'pdf'; readonly name: string }
  | { readonly is: 'impossible' }
  | { readonly is: 'failed'; readonly what: 'evidence' | 'page'; readonly reason: string };

/** One look at a tab; `null` is a window without one. Never throws for what a browser may refuse. */
export async function glance(tab: Tab | null): Promise<Glance> {
  if (!tab || !(/^(https?|file):/.test(tab.url) || isReader(tab.url))) return { is: 'impossible' };
  const host = hostOf(tab.url);
  const look = await wishes.look();
  const { tiers } = look.settings;
  const off = whereOff(look, host);
  if (off) return { is: 'off', host, off };

  const page = await askPage(tab.id, 'page/summary', {});
  const answered = page.ok ? page.answer : null;
  if (answered?.state === 'off' && (await pagesOff(sessionArea).has(tab)))
    return { is: 'off-page', host };
  if (answered && answered.state !== 'off') {
    const pages: [PageSummary, ...PageSummary[]] = [answered, ...(await framesOf(tab))];
    // Chromium runs content scripts in its PDF viewer too, where they find no text.
    const empty = pages.every((one) => one.topics.length === 0);
    if (empty && (await isPdf(tab))) return { is: 'pdf', name: nameOf(tab) };
    return { is: 'read', host, pages, tiers };
  }
  return whyNot(tab, host);
}

async function framesOf(tab: Tab): Promise<PageSummary[]> {
  const known = await summaries(sessionArea).framesOf(tab.id, tab.url);
  const frames = known.filter((one) => one.frame !== 0 && !one.off);
  const replies = await Promise.all(
    frames.map(({ frame }) => askPage(tab.id, 'page/summary', {}, frame)),
  );
  return replies.flatMap((reply) => (reply.ok ? [reply.answer] : []));
}

/** The page does not answer: a PDF, a page no extension may read, a site not allowed, or evidence that cannot be opened. */
async function whyNot(tab: Tab, host: string): Promise<Glance> {
  const type = await contentTypeOf(tab.id);
  if (type === PDF || (type === null && /\.pdf$/i.test(new URL(tab.url).pathname))) {
    return { is: 'pdf', name: nameOf(tab) };
  }
  if (type === null) return { is: 'impossible' };
  const evidence = await askBackground('evidence/ready', {});
  const reason = evidence.ok ? evidence.answer.reason : evidence.reason;
  if (!evidence.ok || !evidence.answer.ok) {
    return {
      is: 'failed',
      what: 'evidence',
      reason: reason ?? say('The database gave no reason.'),
    };
  }
  const granted = await grantedHosts();
  if (!granted.some((pattern) => covers(pattern, tab.url))) {
    return { is: 'not-allowed', host, mayAsk: await mayBeAsked(tab.url) };
  }
  return { is: 'failed', what: 'page', reason: say('The page does not answer.') };
}

/** Sites of the list, and any other where the organisation has not ruled that out. */
async function mayBeAsked(url: string): Promise<boolean> {
  if (mayAsk(url)) return true;
  if (!url.startsWith('https:')) return false;
  return !(await wishes.look()).policy.featuresOff.includes('any-site');
}

const PDF = 'application/pdf';

async function isPdf(tab: Tab): Promise<boolean> {
  return (await contentTypeOf(tab.id)) === PDF;
}

/** File name of a PDF's address, as people know it. */
function nameOf(tab: Tab): string {
  const last = new URL(tab.url).pathname.split('/').pop() ?? '';
  try {
    return decodeURIComponent(last) || tab.title;
  } catch {
    // An address with a stray percent sign.
    return last;
  }
}
