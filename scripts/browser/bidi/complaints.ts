// What the extension's own pages complain of: Firefox sends no log events of them, so the browser's console is listened
// to for errors of their scripts and of their content policy, and their own `console.error` and `console.warn` are.
import * as z from 'zod/mini';
import type { Ask, Params, Tell } from './messages';
import { browserWindow } from './privileged';

const CHANNEL = 'evidence-overlay-complaints';

const Message = z.object({
  channel: z.literal(CHANNEL),
  data: z.object({ value: z.string() }),
});
const Complaint = z.object({
  kind: z.enum(['thrown', 'error', 'warn']),
  text: z.string(),
  url: z.string(),
  /** From 0, as the protocol counts; the page does not know them of itself. */
  line: z._default(z.number(), 0),
  column: z._default(z.number(), 0),
});

const IN_PAGE = `(tell) => {
  for (const kind of ['error', 'warn']) {
    const before = console[kind];
    console[kind] = (...all) => {
      tell(JSON.stringify({ kind, text: all.map(String).join(' '), url: location.href }));
      before.apply(console, all);
    };
  }
}`;

/** Warnings are left out: Firefox gives one for each line of CSS that is written for another browser. */
const IN_BROWSER = `(tell) => {
  Services.console.registerListener({
    observe(message) {
      if (!(message instanceof Ci.nsIScriptError) || message.flags & Ci.nsIScriptError.warningFlag) return;
      const { sourceName: url, errorMessage: text, lineNumber, columnNumber } = message;
      const [line, column] = [Math.max(0, lineNumber - 1), Math.max(0, columnNumber - 1)];
      if (url.startsWith('moz-extension:')) tell(JSON.stringify({ kind: 'thrown', text, url, line, column }));
    },
  });
}`;

interface Page {
  readonly context: string;
  readonly realm: string;
}

export class Complaints {
  readonly #ask: Ask;
  readonly #tell: Tell;
  #heard: Promise<unknown> | null = null;
  /** The browser's console does not say which tab it was: the one that was opened last. */
  #last: Page | null = null;

  constructor(ask: Ask, tell: Tell) {
    this.#ask = ask;
    this.#tell = tell;
  }

  /** A page of the extension begins. Resolves when it is listened to, or went before. */
  async listen(page: Page): Promise<void> {
    this.#last = page;
    this.#heard ??= browserWindow(this.#ask).then((window) => this.#call(IN_BROWSER, window));
    await this.#heard;
    await this.#call(IN_PAGE, page.context).catch(() => undefined);
  }

  /** Is this event one of ours? Then it is told to the client as what it means. */
  take(method: string, params: Params | undefined): boolean {
    if (method !== 'script.message') return false;
    const message = Message.safeParse(params);
    if (!message.success) return false;
    const { kind, text, url, line, column } = Complaint.parse(JSON.parse(message.data.data.value));
    const page = this.#last;
    if (page === null) return true;
    const callFrames = [{ url, functionName: '', lineNumber: line, columnNumber: column }];
    this.#tell('log.entryAdded', {
      ...(kind === 'thrown'
        ? { type: 'javascript', level: 'error' }
        : { type: 'console', level: kind, method: kind, args: [{ type: 'string', value: text }] }),
      source: page,
      text,
      timestamp: Date.now(),
      stackTrace: { callFrames },
    });
    return true;
  }

  #call(functionDeclaration: string, context: string): Promise<Params> {
    return this.#ask('script.callFunction', {
      functionDeclaration,
      target: { context },
      awaitPromise: false,
      arguments: [{ type: 'channel', value: { channel: CHANNEL } }],
    });
  }
}
