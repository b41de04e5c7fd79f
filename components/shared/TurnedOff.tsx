// Marking is off here: by whose wish, since when, and how it comes back; in the popup and in the side panel.
import type { Off, Reach } from '../../lib/settings/schema';
import { say } from '../../lib/words/words';
import { longDate } from './words';

/** Null: off for this page alone. */
type Why = Off | null;

export function offTitle(off: Why): string {
  switch (off?.by) {
    case undefined:
      return say('Turned off on this page');
    case 'site':
      return say('Turned off on this site');
    case 'everywhere':
      return say('Turned off everywhere');
    case 'organisation':
      return say('Turned off by your organisation');
  }
}

/** The site, and who turned it off when. */
export function offAbout(off: Why, site: string): string {
  if (off?.by === 'organisation')
    return off.who === null ? site : say('{site} · by {who}', { site, who: off.who });
  return off
    ? say('{site} · by you, {day}', { site, day: longDate(off.since) })
    : say('{site} · by you', { site });
}

interface TurnedOffProps {
  off: Why;
  turn: (reach: Reach, on: boolean) => void;
  busy: boolean;
}

export function TurnedOff({ off, turn, busy }: TurnedOffProps) {
  if (off?.by === 'organisation')
    return (
      <p>
        {say('Nothing on this site is read or marked.')}{' '}
        {off.contact !== null && say('Ask {contact} to change this.', { contact: off.contact })}
      </p>
    );
  const reach = off?.by ?? 'page';
  return (
    <>
      <p>
        {reach === 'page' && say('Nothing on this page is marked until it is loaded again.')}
        {reach === 'site' && say('Nothing on this site is read or marked.')}
        {reach === 'everywhere' &&
          say('No page is read or marked. The sites that you allowed stay allowed.')}
      </p>
      <p class="btns">
        <button type="button" class="btn pri" disabled={busy} onClick={() => turn(reach, true)}>
          {reach === 'everywhere' ? say('Turn on again') : say('Turn on here')}
        </button>
      </p>
    </>
  );
}
