// The foot of the list: from mark to mark, and where the reader is among them.
import { counted, say } from '../../lib/words/words';
import type { Here } from './state';

interface StepsProps {
  here: Here | null;
  total: number;
  said: string | null;
  onStep(backwards: boolean): void;
}

export function Steps({ here, total, said, onStep }: StepsProps) {
  return (
    <footer>
      <div class="row">
        <button type="button" class="act" onClick={() => onStep(true)}>
          {say('‹ Previous')}
        </button>
        <span class="sm dim num">
          {here
            ? say('{at} of {of}', { at: here.at, of: here.of })
            : counted(total, '{count} in all', '{count} in all')}
        </span>
        <button type="button" class="act" onClick={() => onStep(false)}>
          {say('Next ›')}
        </button>
      </div>
      {said && <p class="sm">{said}</p>}
      {here && !said && (
        <p class="xs dim hint">
          {say('Its card is open on the page. F6 goes there and back, Esc closes it.')}
        </p>
      )}
    </footer>
  );
}
