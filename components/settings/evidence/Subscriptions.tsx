// Sets of evidence that are fetched from an address, by the reader's wish alone.
import { useState } from 'preact/hooks';
import type { Subscription } from '../../../lib/evidence/packs/model';
import { say } from '../../../lib/words/words';
import { Sentence } from '../../shared/Sentence';
import { momentWords } from '../../shared/words';
import type { SubscriptionDoors } from './doors';
import { type Sources, sizeWords } from './sources-state';

interface SubscriptionsProps {
  subscriptions: readonly Subscription[];
  doors: SubscriptionDoors;
  work: Sources;
  busy: boolean;
}

export function Subscriptions({ subscriptions, doors, work, busy }: SubscriptionsProps) {
  return (
    <>
      <h3>{say('Evidence from an address')}</h3>
      <p class="sm dim">
        {say(
          'Your organisation may keep a set of evidence at a web address. The extension then looks there for newer versions: when you ask, or once a week if you wish. This is the only request that it ever makes, and it says nothing about you or what you read.',
        )}
      </p>
      {subscriptions.length > 0 && (
        <ul class="rows">
          {subscriptions.map((one) => (
            <Line key={one.url} one={one} doors={doors} work={work} busy={busy} />
          ))}
        </ul>
      )}
      <Subscribe doors={doors} work={work} busy={busy} />
    </>
  );
}

interface LineProps {
  one: Subscription;
  doors: SubscriptionDoors;
  work: Sources;
  busy: boolean;
}

function Line({ one, doors, work, busy }: LineProps) {
  const { url, outcome, weekly } = one;
  const ask = (how: () => ReturnType<SubscriptionDoors['check']>, words: string, after = '') =>
    work.subscription(how, words, after);
  return (
    <li>
      <p>
        <b class="name">{url}</b>
      </p>
      <Outcome one={one} />
      <label class="opt">
        <input
          type="checkbox"
          checked={weekly}
          disabled={busy}
          onChange={(event) => {
            const on = event.currentTarget.checked;
            ask(() => doors.weekly(url, on), say('Saving your choice'));
          }}
        />
        <span>{say('Check once a week while the browser is open')}</span>
      </label>
      <p class="acts">
        {outcome.is === 'waiting' && (
          <button
            type="button"
            class="act"
            disabled={busy}
            onClick={() => work.look({ kind: 'waiting', url }, url)}
          >
            {say('See what it would change')}
            <span class="vh">: {url}</span>
          </button>
        )}
        <button
          type="button"
          class="act"
          disabled={busy}
          onClick={() => ask(() => doors.check(url), say('Asking {host}', { host: hostOf(url) }))}
        >
          {say('Check now')}
          <span class="vh">: {url}</span>
        </button>
        <button
          type="button"
          class="act q"
          disabled={busy}
          onClick={() =>
            ask(
              () => doors.unsubscribe(url),
              say('Ending the checks'),
              say(
                'That address is no longer asked, and the browser’s leave for it was given back. Evidence that came from there stays until you take it out.',
              ),
            )
          }
        >
          {say('Stop checking')}
          <span class="vh">: {url}</span>
        </button>
      </p>
    </li>
  );
}

function Outcome({ one }: { one: Subscription }) {
  const { checked, outcome } = one;
  // A check is noted together with its day; the other case is for data of an older version.
  const day = checked ? momentWords(checked) : say('a day that was not noted');
  switch (outcome.is) {
    case 'never':
      return (
        <p class="sm">
          {checked ? say('Last checked on {day}.', { day }) : say('Not checked yet.')}
        </p>
      );
    case 'same':
      return <p class="sm">{say('Last checked on {day}: nothing newer there.', { day })}</p>;
    case 'waiting':
      return (
        <p class="sm">
          <Sentence
            words="Last checked on {day}: <b>a newer set is waiting</b> ({size}). Nothing changes until you say so."
            values={{ day, size: sizeWords(outcome.bytes) }}
            parts={{ b: (inner) => <b>{inner}</b> }}
          />
        </p>
      );
    case 'failed':
      return (
        <p class="sm">
          {say('Last checked on {day}, without success: {reason}', {
            day,
            reason: outcome.reason,
          })}{' '}
          <span class="dim">
            {say(
              'The evidence in use is unchanged and goes on working. A single failure is often a network’s; if it goes on, ask whoever gave you the address.',
            )}
          </span>
        </p>
      );
  }
}

function Subscribe({ doors, work, busy }: Omit<SubscriptionsProps, 'subscriptions'>) {
  const [url, setUrl] = useState('');
  const [wrong, setWrong] = useState(false);
  return (
    <form
      class="add"
      onSubmit={(event) => {
        event.preventDefault();
        const address = url.trim();
        const bad = !isWebAddress(address);
        setWrong(bad);
        if (bad) return;
        work.subscription(
          () => doors.subscribe(address),
          say('Asking {host}', { host: hostOf(address) }),
          say(
            'The address was added. If a set was found there, it waits below for you to look at.',
          ),
        );
        setUrl('');
      }}
    >
      <label>
        <span class="sm">{say('Address of a set of evidence')}</span>
        <input
          class="field"
          type="text"
          inputMode="url"
          autocomplete="off"
          spellcheck={false}
          placeholder={say('https://')}
          value={url}
          aria-invalid={wrong}
          aria-describedby="address-says"
          onInput={(event) => setUrl(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="btn" disabled={busy || url.trim() === ''}>
        {say('Add this address')}
      </button>
      <p id="address-says" class="sm dim">
        {wrong
          ? say('This is not an address that starts with https://. Nothing was asked.')
          : say(
              'Your browser will ask whether the extension may read this one site. Without your yes nothing is fetched.',
            )}
      </p>
    </form>
  );
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:';
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
