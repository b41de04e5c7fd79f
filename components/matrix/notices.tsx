// What the matrix page says while it waits, when the evidence cannot be opened, and at an address that it does not know.
import { say } from '../../lib/words/words';
import { Sentence } from '../shared/Sentence';
import type { Context } from './context';

export function Loading() {
  return (
    <main class="notice">
      <p role="status" class="dim">
        {say('Opening the evidence on this computer…')}
      </p>
    </main>
  );
}

export function NotOpened({ reason, tryAgain }: { reason: string; tryAgain(): void }) {
  return (
    <main class="notice">
      <h1>{say('The evidence could not be opened')}</h1>
      <p role="alert">{sentence(reason)}</p>
      <p>{say('Nothing is lost. This page tries again by itself and opens as soon as it can.')}</p>
      <p class="do">
        <button type="button" class="btn" onClick={tryAgain}>
          {say('Try now')}
        </button>
      </p>
    </main>
  );
}

export function Unknown({ address, context }: { address: string; context: Context }) {
  return (
    <main class="notice">
      <h1 tabIndex={-1}>{say('Nothing is held at this address')}</h1>
      <p>
        <Sentence
          words="The evidence on this computer has no cell, entry, passage or topic at <code>{address}</code>. The link may be mistyped, or may come from a later version of the evidence."
          values={{ address }}
          parts={{ code: (inner) => <code>{inner}</code> }}
        />
      </p>
      <p class="do">
        <a href={context.href('')}>{say('Go to the map')}</a>
      </p>
    </main>
  );
}

function sentence(words: string): string {
  const text = words.charAt(0).toUpperCase() + words.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
