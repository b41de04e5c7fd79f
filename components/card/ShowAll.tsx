// What is not shown yet, and the way to see it.
import { say } from '../../lib/words/words';
import { count } from '../shared/words';

interface ShowAllProps {
  shown: number;
  total: number;
  passages: number;
  titlesOnly: boolean;
  onAll(): void;
}

export function ShowAll({ shown, total, passages, titlesOnly, onAll }: ShowAllProps) {
  const more = total - shown;
  if (more <= 0 && passages === 0) return null;
  if (shown === 0) {
    const what = titlesOnly ? count(total, 'title', 'titles') : count(total, 'entry', 'entries');
    return (
      <p class="part">
        <button type="button" class="inline" onClick={onAll}>
          Show the {total === 1 ? what.replace('1 ', '') : what}
        </button>
      </p>
    );
  }
  const rest = [
    ...(more > 0 ? [count(more, 'more entry', 'more entries')] : []),
    ...(passages > 0 ? [count(passages, 'passage', 'passages')] : []),
  ];
  return (
    <p class="part row">
      <span>{rest.join(', ')}</span>
      <button type="button" class="inline end" onClick={onAll}>
        {say('Show all')}
      </button>
    </p>
  );
}
