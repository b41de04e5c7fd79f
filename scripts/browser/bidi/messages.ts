// The shapes of WebDriver BiDi messages, as far as they are read on the way (https://w3c.github.io/webdriver-bidi/).
import * as z from 'zod/mini';

export type Params = Readonly<Record<string, unknown>>;

const AnyParams = z.record(z.string(), z.unknown());

/** From the client. */
export const Command = z.object({ id: z.number(), method: z.string(), params: AnyParams });

/** From Firefox: an event, or the answer to a command. An error may have no id where the command was no JSON. */
export const Incoming = z.object({
  type: z.enum(['event', 'success', 'error']),
  id: z.nullish(z.number()),
  method: z.optional(z.string()),
  params: z.optional(AnyParams),
  result: z.optional(AnyParams),
  error: z.optional(z.string()),
  message: z.optional(z.string()),
});

/** Firefox went before it answered: nothing more is to be done then. */
export class FirefoxGone extends Error {}

/** Sends a command to Firefox and gives its result; rejects with what Firefox said, or with `FirefoxGone`. */
export type Ask = (method: string, params: Params) => Promise<Params>;

/** Sends an event to the client, as if Firefox had. */
export type Tell = (method: string, params: Params) => void;

/** A document that a tab or frame shows now. */
export const Shown = z.object({
  context: z.string(),
  navigation: z.nullish(z.string()),
  url: z.string(),
});
export type Shown = z.infer<typeof Shown>;

/** What `script.evaluate` gives for a string; another result where the script threw. */
export const EvaluatedText = z.object({
  realm: z.string(),
  result: z.object({ type: z.literal('string'), value: z.string() }),
});
