// Firefox sends no events of the extension's own pages but that they were navigated to (“until we support debugging
// webextensions”, bug 1755014). It answers scripts there all the same: so their state is asked for and told as events.
import * as z from 'zod/mini';
import { Complaints } from './complaints';
import { type Ask, EvaluatedText, FirefoxGone, type Params, Shown, type Tell } from './messages';

const EVERY = 20;
/** Also a page that never ends loading is left after this time; the client has its own, shorter limits. */
const LONGEST = 60_000;
/** Time from the unloading of a page until its tab is closed, if it is. */
const CLOSES_WITHIN = 2_000;

const Realm = z.object({ realm: z.string() });

function unlessGone(error: unknown): void {
  if (!(error instanceof FirefoxGone)) throw error;
}

export class ExtensionPages {
  readonly #ask: Ask;
  readonly #tell: Tell;
  /** The realm of the page that a tab shows, told to the client by us; that of the page before while it still loads. */
  readonly #realms = new Map<string, string>();
  /** Counts up with each document of a tab, so that a watch of the one before ends. */
  readonly #turns = new Map<string, number>();

  readonly #complaints: Complaints;

  constructor(ask: Ask, tell: Tell) {
    this.#ask = ask;
    this.#tell = tell;
    this.#complaints = new Complaints(ask, tell);
  }

  /** To be called before an event is passed on; false where it is not the client's. */
  before(method: string, params: Params | undefined): boolean {
    if (this.#complaints.take(method, params)) return false;
    if (method === 'browsingContext.navigationCommitted') this.#forget(params);
    return true;
  }

  /** The client must forget the page that went. */
  #forget(params: unknown): void {
    const shown = Shown.safeParse(params);
    const realm = shown.success ? this.#realms.get(shown.data.context) : undefined;
    if (realm !== undefined) this.#tell('script.realmDestroyed', { realm });
  }

  /** To be called after an event has been passed on. */
  after(method: string, params: unknown): void {
    if (method === 'script.realmDestroyed') {
      const gone = Realm.safeParse(params);
      const tab = [...this.#realms].find(([, realm]) => realm === gone.data?.realm);
      if (tab !== undefined) this.#watchEnd(tab[0]).catch(unlessGone);
      return;
    }
    if (
      method !== 'browsingContext.navigationCommitted' &&
      method !== 'browsingContext.contextCreated' &&
      method !== 'browsingContext.contextDestroyed'
    )
      return;
    const shown = Shown.safeParse(params);
    if (!shown.success) return;
    const { context, url } = shown.data;
    const turn = (this.#turns.get(context) ?? 0) + 1;
    this.#turns.set(context, turn);
    if (method === 'browsingContext.contextDestroyed') {
      this.#realms.delete(context);
      this.#turns.delete(context);
    } else if (url.startsWith('moz-extension:')) {
      this.#watch(shown.data, turn).catch(unlessGone);
    } else {
      this.#realms.delete(context);
    }
  }

  /** A page that was unloaded: tells whether its tab was closed, for which there is no event either. */
  async #watchEnd(context: string): Promise<void> {
    const turn = this.#turns.get(context);
    const until = performance.now() + CLOSES_WITHIN;
    while (performance.now() < until && this.#turns.get(context) === turn) {
      if ((await this.#stateOf(context)) === 'gone') {
        this.#realms.delete(context);
        this.#turns.delete(context);
        this.#tell('browsingContext.contextDestroyed', { context, parent: null });
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, EVERY));
    }
  }

  async #watch({ context, navigation = null, url }: Shown, turn: number): Promise<void> {
    const before = this.#realms.get(context);
    const until = performance.now() + LONGEST;
    let told: 'nothing' | 'realm' | 'dom' = 'nothing';
    while (performance.now() < until && this.#turns.get(context) === turn) {
      const now = await this.#stateOf(context);
      if (now === 'gone' || this.#turns.get(context) !== turn) return;
      // Right after the event the script may still run in the document that went.
      if (now !== null && now.realm !== before) {
        if (told === 'nothing') {
          told = 'realm';
          this.#realms.set(context, now.realm);
          await this.#complaints.listen({ context, realm: now.realm });
          this.#tell('script.realmCreated', {
            realm: now.realm,
            origin: 'null',
            context,
            type: 'window',
          });
        }
        const event = () => ({ context, navigation, url, timestamp: Date.now() });
        if (told === 'realm' && now.state !== 'loading') {
          told = 'dom';
          this.#tell('browsingContext.domContentLoaded', event());
        }
        if (now.state === 'complete') {
          this.#tell('browsingContext.load', event());
          return;
        }
      }
      await new Promise((resolve) => setTimeout(resolve, EVERY));
    }
  }

  /** Null where the document that is there is not one of the extension, or cannot be asked at this moment. */
  async #stateOf(context: string): Promise<{ realm: string; state: string } | 'gone' | null> {
    try {
      const answer = EvaluatedText.safeParse(
        await this.#ask('script.evaluate', {
          expression: "location.protocol === 'moz-extension:' ? document.readyState : ''",
          target: { context },
          awaitPromise: false,
        }),
      );
      if (!answer.success || answer.data.result.value === '') return null;
      return { realm: answer.data.realm, state: answer.data.result.value };
    } catch (error) {
      // The tab was closed, or the browser is going; any other refusal may pass.
      return error instanceof FirefoxGone || /no such frame/.test(String(error)) ? 'gone' : null;
    }
  }
}
