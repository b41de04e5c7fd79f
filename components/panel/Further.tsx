// Topics of the second tier: counted, and marked where the reader wants them too.
import { useEffect, useState } from 'preact/hooks';
import { say } from '../../lib/words/words';
import { mentions } from '../popup/state';
import { english } from '../shared/english';
import { Sentence } from '../shared/Sentence';
import type { Topic } from './state';

interface FurtherProps {
  /** Those that the page names. */
  topics: readonly Topic[];
  on: boolean;
  busy: boolean;
  onTurn(on: boolean): void;
}

export function Further({ topics, on, busy, onTurn }: FurtherProps) {
  /** What the reader just chose, until the page has done it. */
  const [wanted, setWanted] = useState(on);
  useEffect(() => {
    if (!busy) setWanted(on);
  }, [busy, on]);
  if (topics.length === 0 && !on) return null;
  const named = topics.map((topic) => `${topic.label} ${mentions(topic)}`).join(', ');
  return (
    <div class="sec sm">
      <label class="opt">
        <input
          type="checkbox"
          role="switch"
          checked={wanted}
          aria-checked={wanted}
          onChange={(event) => {
            setWanted(event.currentTarget.checked);
            onTurn(event.currentTarget.checked);
          }}
        />
        {say('Mark further topics too, on every page')}
      </label>
      {!on && (
        <p class="dim">
          <Sentence
            words="Counted here but not marked: <topics>{named}</topics>."
            values={{ named }}
            parts={{ topics: (list) => <span {...english()}>{list}</span> }}
          />
        </p>
      )}
      {on && topics.length === 0 && <p class="dim">{say('This page names none of them.')}</p>}
    </div>
  );
}
