// What the last action did, said where it can be seen and heard; with its way back where there is one.
import { say } from '../../lib/words/words';

export interface StatusLine {
  readonly words: string;
  readonly undo?: () => void;
}

export function Status({ line }: { line: StatusLine | null }) {
  return (
    <div class={line ? 'part said' : 'vh'} role="status">
      {line && <span>{line.words} </span>}
      {line?.undo && (
        <button type="button" class="inline" onClick={line.undo}>
          {say('Undo')}
        </button>
      )}
    </div>
  );
}
