// Chooses the view for what is shown; beside all but the map stands the grid as the way round.
import { CellView } from './CellView';
import type { Context } from './context';
import { EntryView } from './EntryView';
import type { Shown } from './load';
import { MapView } from './MapView';
import { Unknown } from './notices';
import { SearchView } from './SearchView';
import { Side } from './Side';
import { TopicView } from './TopicView';

interface ViewProps {
  context: Context;
  shown: Shown;
  /** What stands in the search field, which may be ahead of the address. */
  text: string;
}

export function View({ context, shown, text }: ViewProps) {
  if (shown.view === 'map') return <MapView context={context} matrix={shown.matrix} />;
  if (shown.view === 'unknown') return <Unknown context={context} address={shown.address} />;
  if (shown.view === 'search') return <SearchView context={context} ask={{ ...shown, text }} />;
  return (
    <div class="split">
      <Side context={context} shown={shown} />
      <main class="view">
        {shown.view === 'cell' && <CellView context={context} shown={shown} />}
        {shown.view === 'entry' && (
          <EntryView context={context} view={shown.entry} cell={shown.cell} />
        )}
        {shown.view === 'topic' && (
          <TopicView context={context} view={shown.topic} words={shown.words} />
        )}
      </main>
    </div>
  );
}
