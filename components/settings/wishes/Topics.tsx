// Topics to be marked or not, one by one, with a search.
import { useEffect, useState } from 'preact/hooks';
import type { TopicHead } from '../../../lib/evidence/views';
import { counted, say } from '../../../lib/words/words';
import { english } from '../../shared/english';
import type { Got } from '../evidence/doors';
import type { WishDoors } from './doors';

interface TopicsProps {
  doors: Pick<WishDoors, 'topics'>;
  off: readonly string[];
  change(off: readonly string[]): void;
}

export function Topics({ doors, off, change }: TopicsProps) {
  const [topics, setTopics] = useState<Got<readonly TopicHead[]> | null>(null);
  const [text, setText] = useState('');
  useEffect(() => {
    void doors.topics().then(setTopics);
  }, [doors]);
  if (!topics) return <p role="status">{say('Opening the evidence on this computer…')}</p>;
  if (!topics.ok) return <p role="alert">{topics.reason}</p>;
  const wanted = text.trim().toLowerCase();
  const found = topics.value.filter(({ label }) => label.toLowerCase().includes(wanted));
  const turn = (id: string, on: boolean) =>
    change(on ? off.filter((one) => one !== id) : [...off, id]);
  return (
    <>
      <p class="add">
        <label>
          <span class="vh">{say('Find a topic')}</span>
          <input
            class="field"
            type="search"
            placeholder={say('Find a topic')}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        {off.length > 0 && (
          <button type="button" class="btn" onClick={() => change([])}>
            {say('Mark all topics')}
          </button>
        )}
      </p>
      <p class="sm dim" role="status">
        {wanted !== '' &&
          `${counted(found.length, '{count} topic found.', '{count} topics found.')} `}
        {off.length === 0
          ? say('All topics are marked.')
          : counted(off.length, '{count} topic is not marked.', '{count} topics are not marked.')}
      </p>
      <div class="topics">
        {found.map(({ id, label }) => (
          <label key={id} class="opt">
            <input
              type="checkbox"
              checked={!off.includes(id)}
              onChange={(event) => turn(id, event.currentTarget.checked)}
            />
            <span {...english()}>{label}</span>
          </label>
        ))}
      </div>
    </>
  );
}
