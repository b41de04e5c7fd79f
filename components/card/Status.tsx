// What the last action did, said where it can be seen and heard; with its way back where there is one.
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
          Undo
        </button>
      )}
    </div>
  );
}
