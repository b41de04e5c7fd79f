// The entries of the topic, best first: what each is, what it found, what to be careful about, and where to read it.
import type { Entry, Guidance, Passage } from '../../lib/evidence/model';
import { EntryMeta, FindingLine } from '../shared/Entry';
import { OwnLink } from './OwnLink';
import { guidanceFacts, linkWords } from './words';

interface EntriesProps {
  entries: readonly Entry[];
  passages: readonly Passage[];
  guidance: readonly Guidance[];
  cites: string | null;
}

export function Entries({ entries, passages, guidance, cites }: EntriesProps) {
  return (
    <ul class="list">
      {entries.map((entry) => (
        <EntryItem
          key={entry.id}
          entry={entry}
          cited={entry.id === cites}
          passage={passages.find((one) => one.entries.includes(entry.id))}
          newer={guidance.find((one) => one.entries.includes(entry.id))}
        />
      ))}
    </ul>
  );
}

interface EntryItemProps {
  entry: Entry;
  cited: boolean;
  passage: Passage | undefined;
  newer: Guidance | undefined;
}

function EntryItem({ entry, cited, passage, newer }: EntryItemProps) {
  return (
    <li class="entry">
      <EntryMeta entry={entry} also={cited ? 'cited here' : undefined} />
      <OwnLink class="title src" path={`/${entry.id}`}>
        {entry.title}
      </OwnLink>
      {entry.findings.map((finding) => (
        <FindingLine key={finding.outcome} finding={finding} />
      ))}
      {entry.findings.length === 0 && entry.summary && <p class="what">{entry.summary}</p>}
      {entry.caution && (
        <p class="caution">
          <b>Caution</b> {entry.caution}
        </p>
      )}
      {entry.edition === 'older' && (
        <p class="what">Seen only in an earlier revision of the cell.</p>
      )}
      {newer && (
        <p class="what">
          Newer: {newer.title}, {guidanceFacts(newer)}
        </p>
      )}
      {(entry.links.length > 0 || passage) && (
        <p class="links">
          {entry.links.map((link) => (
            <a key={link.url} href={link.url} target="_blank" rel="noopener noreferrer">
              {linkWords(link)}
            </a>
          ))}
          {passage && (
            <OwnLink path={`/${passage.id}?entry=${entry.id}`}>Passage that discusses it</OwnLink>
          )}
        </p>
      )}
    </li>
  );
}
