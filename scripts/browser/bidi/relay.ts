// Stands between Playwright and Firefox: passes WebDriver BiDi messages on, and fills in what this Firefox does not say.
import type { WebSocket } from 'ws';
import * as z from 'zod/mini';
import { ExtensionPages } from './extension-pages';
import { type Ask, Command, FirefoxGone, Incoming, type Params } from './messages';
import { setColorScheme } from './privileged';

/** Ids of our own commands; Playwright counts up from 1 and uses two at the very end of the safe integers. */
const FIRST_OWN_ID = 2 ** 40;

const DOWNLOAD = /^browsingContext[.]download(WillBegin|End)$/;

interface Asked {
  readonly method: string;
  readonly resolve: (result: Params) => void;
  readonly reject: (error: Error) => void;
}

/** Joins one client to one connection of Firefox, until either closes. */
export class Relay {
  readonly #client: WebSocket;
  readonly #firefox: WebSocket;
  readonly #asked = new Map<number, Asked>();
  readonly #pages: ExtensionPages;
  /** What the client said before the connection to Firefox stood. */
  #early: string[] | null = [];
  #nextId = FIRST_OWN_ID;

  constructor(client: WebSocket, firefox: WebSocket) {
    this.#client = client;
    this.#firefox = firefox;
    this.#pages = new ExtensionPages(this.ask, (method, params) =>
      this.#tell({ type: 'event', method, params }),
    );
    firefox.once('open', () => {
      for (const text of this.#early ?? []) firefox.send(text);
      this.#early = null;
    });
    client.on('message', (data) => this.#fromClient(String(data)));
    firefox.on('message', (data) => this.#fromFirefox(String(data)));
    client.once('close', () => firefox.close());
    firefox.once('close', () => this.#ended());
    // A connection that breaks also closes; the close is what is acted on.
    client.on('error', () => undefined);
    firefox.on('error', () => undefined);
  }

  /** Sends a command of our own. Rejects with Firefox's error, or when the connection ends first. */
  readonly ask: Ask = (method, params) => {
    if (this.#firefox.readyState !== this.#firefox.OPEN) return Promise.reject(gone(method));
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { method, resolve, reject });
      this.#firefox.send(JSON.stringify({ id, method, params }));
    });
  };

  #fromClient(text: string): void {
    const { id, method, params } = Command.parse(JSON.parse(text));
    const own = this.#answerOf(method, params);
    if (own === null) {
      if (this.#early !== null) this.#early.push(text);
      else if (this.#firefox.readyState === this.#firefox.OPEN) this.#firefox.send(text);
      return;
    }
    own.then(
      (result) => this.#tell({ type: 'success', id, result }),
      (error) => this.#tell({ type: 'error', id, error: 'unknown error', message: String(error) }),
    );
  }

  /** Answers to commands that Firefox 153 does not know; null for all others. */
  #answerOf(method: string, params: Params): Promise<Params> | null {
    if (method === 'emulation.setMediaFeaturesOverride') return setColorScheme(this.ask, params);
    // Firefox has no such permission: a preference (`PREFERENCES`) lets pages use the clipboard.
    if (method === 'permissions.setPermission' && ClipboardPermission.safeParse(params).success)
      return Promise.resolve({});
    return null;
  }

  #fromFirefox(text: string): void {
    const message = Incoming.parse(JSON.parse(text));
    const asked = message.id == null ? undefined : this.#asked.get(message.id);
    if (message.id != null && asked !== undefined) {
      this.#asked.delete(message.id);
      if (message.type === 'success') asked.resolve(message.result ?? {});
      else asked.reject(new Error(`${asked.method}: ${message.error}: ${message.message}`));
      return;
    }
    const { type, method = '', params } = message;
    if (type === 'event' && !this.#pages.before(method, params)) return;
    // Playwright takes no download that has neither a number nor a navigation, and Firefox gives those of scripts none.
    if (DOWNLOAD.test(method) && params?.navigation === null)
      this.#tell({ ...message, params: { ...params, download: params.url } });
    else this.#pass(text);
    if (type === 'event') this.#pages.after(method, params);
  }

  #tell(message: object): void {
    this.#pass(JSON.stringify(message));
  }

  #pass(text: string): void {
    if (this.#client.readyState === this.#client.OPEN) this.#client.send(text);
  }

  #ended(): void {
    for (const { method, reject } of this.#asked.values()) reject(gone(method));
    this.#asked.clear();
    this.#client.close();
  }
}

const ClipboardPermission = z.object({
  descriptor: z.object({ name: z.enum(['clipboard-read', 'clipboard-write']) }),
});

const gone = (method: string) => new FirefoxGone(`${method}: the connection to Firefox is closed`);
