// One entry: what it found, its caution, what it is related to both ways, where to read it and how to cite it.
import type { Entry, Link } from '../../lib/evidence/model';
import type { EntryView as View } from '../../lib/evidence/views';
import { say } from '../../lib/words/words';
import { EntryMeta, FindingCell } from '../shared/Entry';
import { english } from '../shared/english';
import { Sentence } from '../shared/Sentence';
import { cellCode, cellNameIn, entryFacts, kindWords, MATRIX_WORDS } from '../shared/words';
import { Cite } from './Cite';
import type { Context } from './context';
import { FromWhere } from './FromWhere';
import { Letter } from './Letter';
import { comment, suggestion } from './letters';
import { GuidanceList, PassageList, ReadIt, TopicLinks } from './lists';
import { Neighbours } from './Neighbours';

interface EntryViewProps {
  context: Context;
  view: View;
  /** The cell through which the entry was reached. */
  cell: string;
}

export function EntryView({ context, view, cell }: EntryViewProps) {
  const { entry } = view;
  const home = context.frame.map.cells.find((one) => one.cell.id === cell)?.cell;
  return (
    <>
      <div class="head">
        <div class="sm dim trail">
          <CellTrail context={context} id={cell} />
          <EntryMeta entry={entry} />
        </div>
        <h1 class="src" tabIndex={-1} {...english()}>
          {entry.title}
        </h1>
        <FromWhere context={context} row={entry} />
      </div>
      <div class="col">
        <Account entry={entry} />
        <Related context={context} view={view} />
        {view.passages.length > 0 && (
          <>
            <h2>{say('Discussed in the commentary')}</h2>
            <p class="sm dim">
              {say('Opens the cell with the passage highlighted, and leads back here.')}
            </p>
            <PassageList context={context} passages={view.passages} entry={entry.id} />
          </>
        )}
        {view.guidance.length > 0 && (
          <>
            <h2>{say('Newer guidance on the subject')}</h2>
            <GuidanceList context={context} guidance={view.guidance} />
          </>
        )}
      </div>
      <div class="col">
        <h2>{say('Read it')}</h2>
        <ReadIt links={entry.links} doi={entry.citation?.doi ?? null} />
        <h2>{say('Cite')}</h2>
        <Cite
          text={context.cite(entry)}
          titleAndLink={`${titleOf(entry)}\n${bestLink(view)?.url ?? 'No link held'}`}
          copy={context.copy}
        />
        {view.topics.length > 0 && (
          <>
            <h2>{say('Topics')}</h2>
            <TopicLinks context={context} topics={view.topics} />
          </>
        )}
        {view.cells.length > 1 && (
          <>
            <h2>{say('Listed in')}</h2>
            <ul class="aside">
              {view.cells.map((one) => (
                <li key={one.id}>
                  <a href={context.href(one.id)} {...english()}>
                    {cellNameIn(context.frame.map, one.id)}
                  </a>
                  <p class="meta">
                    {say(one.id.startsWith('drug') ? 'Drug matrix' : 'Alcohol matrix')}
                  </p>
                </li>
              ))}
            </ul>
          </>
        )}
        <h2>{say('To the editors')}</h2>
        <Letter
          context={context}
          title={say('Comment on this entry')}
          letter={comment(entry, bestLink(view)?.url ?? null)}
        />
        {home && (
          <Letter
            context={context}
            title={say('Suggest a document')}
            letter={suggestion(cell, cellNameIn(context.frame.map, cell), home.url)}
          />
        )}
        <nav class="foot" aria-label={say('Entries of the cell')}>
          <Neighbours context={context} view={view} />
        </nav>
      </div>
    </>
  );
}

function titleOf({ title, year }: Entry): string {
  return year === null ? title : `${title} (${year})`;
}

const LINK_ORDER: readonly Link['kind'][] = ['analysis', 'original', 'free', 'library'];

/** Where a colleague would look first; the cell's page at Findings where the document has no link. */
function bestLink({ entry, cells }: View): { url: string } | undefined {
  const doi = entry.citation?.doi;
  const links = LINK_ORDER.flatMap((kind) => entry.links.filter((link) => link.kind === kind));
  return links[0] ?? (doi ? { url: `https://doi.org/${encodeURI(doi)}` } : cells[0]);
}

/** What is held of the document's content, or that nothing is. */
function Account({ entry }: { entry: Entry }) {
  return (
    <>
      <h2>{say('In short')}</h2>
      {entry.summary ? (
        <p {...english()}>{entry.summary}</p>
      ) : (
        <p class="dim">
          {say(
            'Only what its line in the list says is held: title, year and kind, where shown. What it found has not been read for this evidence.',
          )}
        </p>
      )}
      {entry.edition === 'older' && (
        <p class="sm dim">
          {say(
            'It was seen only in an earlier revision of the cell, which may have dropped it since.',
          )}
        </p>
      )}
      {entry.kindInferred && entry.kind && (
        <p class="sm dim">
          {say('Its kind was not printed in the source; it is inferred from its place.')}
        </p>
      )}
      {entry.findings.length > 0 && (
        <>
          <h2>{say('What it found')}</h2>
          <table class="finds">
            <thead>
              <tr>
                <th scope="col">{say('Outcome')}</th>
                <th scope="col">{say('Finding')}</th>
              </tr>
            </thead>
            <tbody>
              {entry.findings.map((finding) => (
                <tr key={finding.outcome}>
                  <th scope="row" {...english()}>
                    {finding.outcome}
                  </th>
                  <td>
                    <FindingCell finding={finding} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {entry.caution && (
        <>
          <h2>{say('Caution')}</h2>
          <p {...english()}>{entry.caution}</p>
        </>
      )}
    </>
  );
}

const inEnglish = (words: string) => <span {...english()}>{words}</span>;

function Related({ context, view }: { context: Context; view: View }) {
  if (view.relations.length === 0) return null;
  return (
    <>
      <h2>{say('Related entries')}</h2>
      <ul class="aside">
        {view.relations.map(({ label, entry, incoming }) => (
          <li key={`${label} ${entry.id} ${incoming}`}>
            <p class="meta">
              {incoming ? (
                <Sentence
                  words="Pointing here: <en>{label}</en>"
                  values={{ label }}
                  parts={{ en: inEnglish }}
                />
              ) : (
                inEnglish(label)
              )}
            </p>
            <a class="title src" href={context.href(entry.id)} {...english()}>
              {entry.title}
            </a>{' '}
            <span class="sm dim">{[kindWords(entry), ...entryFacts(entry)].join(' · ')}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function CellTrail({ context, id }: { context: Context; id: string }) {
  const at = cellCode(id);
  if (!at) return null;
  return (
    <p>
      <a href={context.href(at.matrix)}>{say(MATRIX_WORDS[at.matrix])}</a> ›{' '}
      <a href={context.href(id)}>{at.code}</a> ›{' '}
    </p>
  );
}
