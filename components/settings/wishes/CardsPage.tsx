// Cards: what opens one, and after how long.
import { useEffect, useState } from 'preact/hooks';
import { say } from '../../../lib/words/words';
import type { WishDoors } from './doors';
import { Choice, Group, useWishes, WishPage } from './state';

/** In ms; a value that is none of them (from a policy) is offered too. */
const DELAYS = [300, 500, 800, 1200, 2000];

export function CardsPage({ doors }: { doors: WishDoors }) {
  const wishes = useWishes(doors);
  return (
    <WishPage
      title={say('Cards')}
      about={say('What opens the card of a mark. Escape always closes it.')}
      wishes={wishes}
      fields={['cardWhen', 'cardDelay']}
    >
      {({ settings, ...look }) => {
        const { cardWhen, cardDelay } = settings;
        const delays = [...new Set([...DELAYS, cardDelay])].sort((a, b) => a - b);
        return (
          <>
            <Group legend={say('Open a card')} field="cardWhen" look={{ settings, ...look }}>
              <Choice
                name="when"
                value={cardWhen}
                choose={(when) => wishes.set('cardWhen', when)}
                options={[
                  ['hover', say('when the pointer rests on a mark')],
                  [
                    'alt-hover',
                    say('when the pointer rests on a mark while the Alt key is held'),
                    say('Option on a Mac.'),
                  ],
                  [
                    'click',
                    say('only on a click'),
                    say('On a link, the click still follows the link.'),
                  ],
                ]}
              />
            </Group>
            {cardWhen === 'hover' && (
              <Group
                legend={say('How long the pointer rests first')}
                field="cardDelay"
                look={{ settings, ...look }}
              >
                <select
                  class="field"
                  aria-label={say('How long the pointer rests first')}
                  value={cardDelay}
                  onChange={(event) => wishes.set('cardDelay', Number(event.currentTarget.value))}
                >
                  {delays.map((ms) => (
                    <option key={ms} value={ms}>
                      {say('{seconds} s', { seconds: ms / 1000 })}
                    </option>
                  ))}
                </select>
              </Group>
            )}
            <Keys doors={doors} />
          </>
        );
      }}
    </WishPage>
  );
}

export function Keys({ doors }: { doors: Pick<WishDoors, 'keys' | 'openShortcuts'> }) {
  const [keys, setKeys] = useState<readonly (string | null)[]>([]);
  const [isClosed, setClosed] = useState(false);
  useEffect(() => {
    void Promise.all(['next-mark', 'previous-mark'].map((one) => doors.keys(one))).then(setKeys);
  }, [doors]);
  const [next = null, previous = null] = keys;
  const open = () => void doors.openShortcuts().then((opened) => setClosed(!opened));
  return (
    <>
      <h3>{say('By keyboard')}</h3>
      <dl class="dl">
        <dt>{say('Next mark')}</dt>
        <dd>{next ? <kbd>{next}</kbd> : say('no keys set')}</dd>
        <dt>{say('Mark before')}</dt>
        <dd>{previous ? <kbd>{previous}</kbd> : say('no keys set')}</dd>
      </dl>
      <p class="btns">
        <button type="button" class="btn" onClick={open}>
          {say('Change keys in the browser')}
        </button>
      </p>
      {isClosed && (
        <p role="status" class="sm dim">
          {say(
            'This browser does not let an extension open that page. Look for “extension shortcuts” in its menu of extensions.',
          )}
        </p>
      )}
    </>
  );
}
