// Topics that an imported entry is proposed for, each with what shows it and a tick.
import { type Choice, type EntryRow, topicsKept } from '../../../lib/evidence/importer/views';
import { say } from '../../../lib/words/words';
import { english } from '../../shared/english';

interface EntryTopicsProps {
  row: EntryRow;
  choice: Pick<Choice, 'topics'>;
  set(topic: string, on: boolean): void;
}

export function EntryTopics({ row, choice, set }: EntryTopicsProps) {
  if (row.topics.length === 0) return null;
  const kept = topicsKept(row, choice);
  return (
    <fieldset class="ontopics">
      <legend>
        {say('Shows on the cards of')}
        <span class="vh">
          : <span {...english()}>{row.entry.title}</span>
        </span>
      </legend>
      {row.topics.map(({ id, label, reason, general }) => (
        <label key={id} class="opt">
          <input
            type="checkbox"
            checked={kept.includes(id)}
            onChange={(event) => set(id, event.currentTarget.checked)}
          />
          <span>
            <span {...english()}>{label}</span>{' '}
            <span class="dim">
              (
              {general
                ? say('{reason}; a general word, so look at what the entry is about', { reason })
                : reason}
              )
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
