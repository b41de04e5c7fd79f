// Evidence from an address, by the reader's wish: asking for leave, fetching, and looking once a week. Nothing is put in use here.
import { type EvidenceDatabase, openEvidence } from '../evidence/database';
import { MAX_BYTES } from '../evidence/packs/json';
import { type ReadFile, readStream } from '../evidence/packs/read-file';
import * as kept from '../evidence/packs/subscribed';
import { mayAsk } from '../sites/sites';
import { say } from '../words/words';
import type { Outcome } from './evidence';

/** What of the browser is used; tests bring their own. */
export interface Net {
  fetch: typeof fetch;
  /** May this host be read now? */
  granted(pattern: string): Promise<boolean>;
  /** Asks the reader; must come straight from a click. */
  request(pattern: string): Promise<boolean>;
  giveBack(pattern: string): Promise<unknown>;
  /** A daily wake-up call of the background, or none. */
  ring(on: boolean): Promise<void>;
  now(): Date;
}

type Told = Outcome<{ readonly value: object }>;

export interface SubscriptionWork {
  /** Asks for leave to read this one host, notes the address and looks there once. */
  subscribe(url: string): Promise<Told>;
  unsubscribe(url: string): Promise<Told>;
  /** Looks there now. What is found is noted and waits for the reader. */
  check(url: string): Promise<Told>;
  weekly(url: string, on: boolean): Promise<Told>;
  /** Looks wherever the reader wished it and a week has gone by. */
  checkDue(): Promise<void>;
}

const WEEK = 7 * 24 * 60 * 60 * 1000;
/** A server that sends nothing for so long, in ms, is given up. */
const PATIENCE = 60_000;

const done: Told = { ok: true, value: {} };
const no = (reason: string): Told => ({ ok: false, reason });

/**
 * `judge` looks at what was fetched in another thread; without it this one does, which for a very large file takes about a
 * second. The background has no other, and fetches once a week.
 */
export function subscriptionWork(
  db: EvidenceDatabase,
  net: Net,
  judge?: kept.Judge,
): SubscriptionWork {
  const open = () => openEvidence(db);

  const check = async (url: string): Promise<Told> => {
    const opened = await open();
    if (!opened.ok) return opened;
    const fetched = await fetchPack(url, net);
    const noted = await kept.noteCheck(db, url, fetched, net.now().toISOString(), judge);
    return noted.ok ? done : noted;
  };

  const setBell = async (): Promise<void> => {
    const all = await kept.subscriptions(db);
    if (all.ok) await net.ring(all.value.some(({ weekly }) => weekly));
  };

  return {
    check,
    async subscribe(url) {
      const pattern = patternOf(url);
      if (pattern === null)
        return no(say('This is not an address that starts with https://. Nothing was asked.'));
      let allowed: boolean;
      try {
        allowed = await net.request(pattern);
      } catch {
        allowed = false;
      }
      if (!allowed)
        return no(
          say(
            'The browser was not given leave to read this site, so nothing was fetched. Nothing was changed.',
          ),
        );
      const opened = await open();
      if (!opened.ok) return opened;
      const noted = await kept.subscribe(db, url);
      return noted.ok ? check(url) : noted;
    },
    async unsubscribe(url) {
      const opened = await open();
      if (!opened.ok) return opened;
      const gone = await kept.unsubscribe(db, url);
      if (!gone.ok) return gone;
      const left = await kept.subscriptions(db);
      const pattern = patternOf(url);
      const shared = left.ok && left.value.some((one) => patternOf(one.url) === pattern);
      // A site on which topics are marked was allowed for that as well.
      if (pattern !== null && !shared && !mayAsk(url)) await net.giveBack(pattern);
      await setBell();
      return done;
    },
    async weekly(url, on) {
      const opened = await open();
      if (!opened.ok) return opened;
      const set = await kept.setWeekly(db, url, on);
      if (!set.ok) return set;
      await setBell();
      return done;
    },
    async checkDue() {
      const opened = await open();
      const all = opened.ok ? await kept.subscriptions(db) : opened;
      if (!all.ok) return;
      const now = net.now().getTime();
      for (const { url, weekly, checked } of all.value)
        if (weekly && (checked === null || now - Date.parse(checked) >= WEEK)) await check(url);
    },
  };
}

/** The one host of an https address; null for anything else. A port is not part of a permission. */
export function patternOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname, username, password } = new URL(url);
  return protocol === 'https:' && hostname !== '' && username + password === ''
    ? `https://${hostname}/*`
    : null;
}

/** Without cookies, without saying where from; only from this very host, and only so much. */
async function fetchPack(
  url: string,
  net: Net,
): Promise<ReadFile | { readonly ok: false; readonly reason: string }> {
  const failed = (reason: string) => ({ ok: false as const, reason });
  const pattern = patternOf(url);
  if (pattern === null) return failed(say('The address does not start with https://.'));
  if (!(await net.granted(pattern)))
    return failed(
      say('The browser no longer has your leave to read this site. Add the address again.'),
    );
  const stop = new AbortController();
  let patience = setTimeout(() => stop.abort(), PATIENCE);
  const waitOn = () => {
    clearTimeout(patience);
    patience = setTimeout(() => stop.abort(), PATIENCE);
  };
  try {
    const response = await net.fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      // Another address could be another host's, for which nobody gave leave.
      redirect: 'error',
      cache: 'no-cache',
      signal: stop.signal,
    });
    if (!response.ok)
      return failed(
        say('The site answered “{status}”, so there was nothing to read.', {
          status: String(response.status),
        }),
      );
    if (response.body === null) return failed(say('The site answered with nothing.'));
    const promised = Number(response.headers.get('content-length') ?? 0);
    if (promised > MAX_BYTES) {
      await response.body.cancel();
      return failed(say('What is there is too large (more than 200 MB).'));
    }
    const read = await readStream(response.body, promised, {
      signal: stop.signal,
      progress: waitOn,
    });
    return read === 'cancelled' ? failed(say('The site stopped sending.')) : read;
  } catch (error) {
    if (stop.signal.aborted) return failed(say('The site did not answer within a minute.'));
    // What fetch throws where there is no connection, the certificate is wrong, or the site sends elsewhere.
    if (error instanceof TypeError)
      return failed(say('The site could not be reached, or it sends on to another address.'));
    throw error;
  } finally {
    clearTimeout(patience);
  }
}
