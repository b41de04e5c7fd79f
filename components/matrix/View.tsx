// Chooses the view for what is shown; beside all but the map stands the grid as the way round.
import { CellView } from './CellView';
import type { Context } from './context';
import { EntryView } from './EntryView';
import type { Shown } from './load';
import { MapView } from './MapView';
import { Unknown } from './notices';
import { PassageView } from './PassageView';
import { Side } from './Side';
import { TopicView } from './TopicView';

export function View({ context, shown }: { context: Context; shown: Shown }) {
  if (shown.view === 'map') return <MapView context={context} matrix={shown.matrix} />;
  if (shown.view === 'unknown') return <Unknown context={context} address={shown.address} />;
  return (
    <div class="split">
      <Side context={context} shown={shown} />
      <main class="view">
        {shown.view === 'cell' && <CellView context={context} view={shown.cell} />}
        {shown.view === 'entry' && (
          <EntryView context={context} view={shown.entry} cell={shown.cell} />
        )}
        {shown.view === 'passage' && (
          <PassageView context={context} view={shown.cell} passage={shown.passage} />
        )}
        {shown.view === 'topic' && <TopicView context={context} view={shown.topic} />}
      </main>
    </div>
  );
}
