// One passage of a cell's commentary, in our own words, with the entries it discusses.
import type { Passage } from '../../lib/evidence/model';
import type { CellView } from '../../lib/evidence/views';
import { EntryLine } from '../shared/Entry';
import { Trail } from './CellView';
import type { Context } from './context';
import { PassageList, TopicLinks } from './lists';

interface PassageViewProps {
  context: Context;
  view: CellView;
  passage: Passage;
}

export function PassageView({ context, view, passage }: PassageViewProps) {
  const entries = [...view.entries, ...view.named].filter((entry) =>
    passage.entries.includes(entry.id),
  );
  const topics = context.frame.topics.filter((topic) => passage.topics.includes(topic.id));
  const others = view.passages.filter((one) => one.id !== passage.id);
  return (
    <>
      <div class="head">
        <Trail context={context} id={passage.cell} />
        <h1 class="src" tabIndex={-1}>
          {passage.heading}
        </h1>
        <p class="dim">From the cell’s commentary, summarised in our own words.</p>
      </div>
      <div class="col prose">
        {passage.paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {passage.more.length > 0 && (
          <details>
            <summary>More on this</summary>
            {passage.more.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </details>
        )}
        {entries.length > 0 && (
          <>
            <h2>Entries it discusses</h2>
            <ul class="entries">
              {entries.map((entry) => (
                <EntryLine key={entry.id} entry={entry} href={context.href(entry.id)} />
              ))}
            </ul>
          </>
        )}
      </div>
      <div class="col">
        {topics.length > 0 && (
          <>
            <h2>Topics</h2>
            <TopicLinks context={context} topics={topics} />
          </>
        )}
        {others.length > 0 && (
          <>
            <h2>Also in the commentary</h2>
            <PassageList context={context} passages={others} />
          </>
        )}
        <h2>Read it</h2>
        <p>
          <a href={view.cell.url}>The cell’s page at Findings</a>
        </p>
      </div>
    </>
  );
}
