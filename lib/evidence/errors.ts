// What to tell the reader when the database does not answer: what happened, whether data is safe, what to do.
import { phrase, say } from '../words/words';

export type FailureCode =
  | 'unavailable'
  | 'blocked'
  | 'newer'
  | 'closed'
  | 'full'
  | 'empty'
  | 'refused'
  | 'changed'
  | 'cancelled'
  | 'broken';

export interface Failure {
  readonly ok: false;
  readonly code: FailureCode;
  /** One to three sentences for the reader. */
  readonly reason: string;
}

/** An answer of the evidence: a value, or why there is none. */
export type Answer<T> = { readonly ok: true; readonly value: T } | Failure;

const WORDS: Readonly<Record<Exclude<FailureCode, 'refused'>, string>> = {
  unavailable: phrase(
    'The browser does not let the extension keep data on this computer, so the evidence cannot be opened. Nothing was changed. A private window or a rule of your organisation can be the cause; try an ordinary window, or ask your IT team.',
  ),
  blocked: phrase(
    'Another tab of the extension is updating the evidence. Nothing is lost. Close other tabs of the treatment matrix, or wait a moment and try again.',
  ),
  newer: phrase(
    'The evidence on this computer was saved by a newer version of the extension. It is safe and was not touched. Update the extension, or restart the browser if an update is waiting.',
  ),
  closed: phrase(
    'The evidence was closed while another part of the extension updates it. Nothing is lost. Reload this page or try again.',
  ),
  full: phrase(
    'There is no room left on this computer for the evidence. What was held before is unchanged. Free some disk space and try again.',
  ),
  empty: phrase(
    'No evidence is held on this computer yet, or the browser has cleared it. Your settings are safe. Restart the browser to restore the evidence that came with the extension.',
  ),
  changed: phrase(
    'Another tab has changed the evidence meanwhile, so this was not done. Nothing is lost. Look at what would change again, then decide.',
  ),
  cancelled: phrase('Stopped as you asked. The evidence held before is unchanged.'),
  broken: phrase(
    'The evidence could not be read: the store on this computer did not answer. Nothing on the page has changed. Try again; if it happens again, restart the browser.',
  ),
};

export function failure(code: Exclude<FailureCode, 'refused'>): Failure {
  return { ok: false, code, reason: say(WORDS[code]) };
}

/** Names that Dexie and the browsers give to errors of the store; anything else is a fault in the code. */
const CODES: Readonly<Record<string, Exclude<FailureCode, 'refused'>>> = {
  MissingAPIError: 'unavailable',
  MissingApiError: 'unavailable',
  SecurityError: 'unavailable',
  InvalidStateError: 'unavailable',
  OpenFailedError: 'broken',
  VersionError: 'newer',
  VersionChangeError: 'closed',
  DatabaseClosedError: 'closed',
  QuotaExceededError: 'full',
  AbortError: 'broken',
  TransactionInactiveError: 'broken',
  TimeoutError: 'broken',
  UnknownError: 'broken',
  DataError: 'broken',
  NotFoundError: 'broken',
  NotReadableError: 'broken',
  ReadOnlyError: 'broken',
  BulkError: 'broken',
};

/**
 * The failure that an error of the store stands for. The cause inside counts first: a full disk comes
 * as an aborted transaction. Throws the error on where it is not one of the store's.
 */
export function failureOf(error: unknown): Failure {
  let code: Exclude<FailureCode, 'refused'> | null = null;
  for (let cause = error, depth = 0; isNamed(cause) && depth < 5; cause = cause.inner, depth++) {
    const here = CODES[cause.name];
    if (here && (code === null || code === 'broken')) code = here;
  }
  if (code === null) throw error;
  return failure(code);
}

function isNamed(error: unknown): error is { name: string; inner?: unknown } {
  return typeof error === 'object' && error !== null && 'name' in error;
}
