// The heading of a list with ticks, and one click for all or none of them.
import { say } from '../../../lib/words/words';

interface TickAllProps {
  title: string;
  note: string;
  all: readonly string[];
  ids: ReadonlySet<string>;
  tick(ids: readonly string[], on: boolean): void;
}

export function TickAll({ title, note, all, ids, tick }: TickAllProps) {
  const ticked = all.filter((id) => ids.has(id)).length;
  const whole = ticked === all.length;
  return (
    <>
      <div class="row tickall">
        <h3>
          {title} <span class="dim num">{all.length}</span>
        </h3>
        <button type="button" class="act" onClick={() => tick(all, !whole)}>
          {whole ? say('Tick none') : say('Tick all')}
          <span class="vh">: {title}</span>
        </button>
      </div>
      {note && <p class="sm dim">{note}</p>}
    </>
  );
}
