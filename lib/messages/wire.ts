// What travels between the parts: an envelope with the message's name, and a reply that either answers or says why not.
import * as z from 'zod/mini';

const Envelope = z.object({ kind: z.string(), ask: z.unknown() });

/** A reply. A refused, failed or unheard message is a value with the reason in words, never an exception. */
export type Reply<T> =
  | { readonly ok: true; readonly answer: T }
  | { readonly ok: false; readonly reason: string };

const AnyReply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), answer: z.unknown() }),
  z.object({ ok: z.literal(false), reason: z.string() }),
]);

interface MessageMap {
  readonly [kind: string]: { readonly ask: z.ZodMiniType; readonly answer: z.ZodMiniType };
}

/** Who sent a message, as far as answering it needs to know. */
export interface Sender {
  /** Id of the extension that sent it. */
  readonly extension: string | undefined;
  /** Address of the sending document. */
  readonly url: string | undefined;
  /** Tab, frame and address of the tab's page; null for a sender outside of tabs. */
  readonly tab: { readonly id: number; readonly frame: number; readonly url: string } | null;
}

export interface Border {
  readonly map: MessageMap;
  /** Our own extension id. */
  readonly extension: string;
  /** Start of the addresses of our own pages, such as `chrome-extension://…/`. */
  readonly ownPages: string;
  /** Names that only our own pages may send. */
  readonly onlyFromOwnPages?: ReadonlySet<string>;
}

/**
 * Checks an incoming message: ours, known, allowed to this sender, and of the right shape.
 * Null for anything that is not meant for this border, which then stays silent.
 */
export function open(
  border: Border,
  raw: unknown,
  sender: Sender,
): { kind: string; ask: unknown } | { refused: string } | null {
  const envelope = Envelope.safeParse(raw);
  if (!envelope.success || sender.extension !== border.extension) return null;
  const { kind, ask } = envelope.data;
  const shape = Object.hasOwn(border.map, kind) ? border.map[kind] : undefined;
  if (!shape) return null;
  const fromOwnPage = sender.url?.startsWith(border.ownPages) ?? false;
  if (border.onlyFromOwnPages?.has(kind) && !fromOwnPage) {
    return { refused: `${kind} is not for content scripts` };
  }
  const checked = shape.ask.safeParse(ask);
  if (!checked.success) return { refused: `${kind}: ${z.prettifyError(checked.error)}` };
  return { kind, ask: checked.data };
}

/** Checks a reply and the answer in it; the caller names the type that the shape stands for. */
export function readReply<T>(shape: z.ZodMiniType<T>, raw: unknown): Reply<T> {
  const reply = AnyReply.safeParse(raw);
  if (!reply.success) return { ok: false, reason: 'no answer' };
  if (!reply.data.ok) return reply.data;
  const answer = shape.safeParse(reply.data.answer);
  return answer.success
    ? { ok: true, answer: answer.data }
    : { ok: false, reason: `an answer of the wrong shape: ${z.prettifyError(answer.error)}` };
}
