// What is not shown yet, and the way to see it.
import { counted, say } from '../../lib/words/words';

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
    return (
      <p class="part">
        <button type="button" class="inline" onClick={onAll}>
          {titlesOnly
            ? counted(total, 'Show the title', 'Show the {count} titles')
            : counted(total, 'Show the entry', 'Show the {count} entries')}
        </button>
      </p>
    );
  }
  const rest = [
    ...(more > 0 ? [counted(more, '{count} more entry', '{count} more entries')] : []),
    ...(passages > 0 ? [counted(passages, '{count} passage', '{count} passages')] : []),
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
