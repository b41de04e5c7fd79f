// Turning off, from the popup's head: this page, its site, everywhere.
import { useState } from 'preact/hooks';
import type { Reach } from '../../lib/settings/schema';
import { say } from '../../lib/words/words';
import { siteName } from './Said';

interface TurnOffProps {
  host: string;
  turn: (reach: Reach, on: boolean) => void;
}

export function TurnOff({ host, turn }: TurnOffProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        class="act q"
        aria-expanded={open}
        aria-controls="turn-off"
        onClick={() => setOpen(!open)}
      >
        {say('Turn off…')}
      </button>
      {open && (
        <ul id="turn-off" class="reach">
          <li>
            <button type="button" class="act" onClick={() => turn('page', false)}>
              {say('On this page, until it is loaded again')}
            </button>
          </li>
          <li>
            <button type="button" class="act" onClick={() => turn('site', false)}>
              {say('On {site}', { site: siteName(host) })}
            </button>
          </li>
          <li>
            <button type="button" class="act" onClick={() => turn('everywhere', false)}>
              {say('Everywhere')}
            </button>
          </li>
        </ul>
      )}
    </>
  );
}
