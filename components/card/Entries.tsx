// The entries of the topic, best first: what each is, what it found, what to be careful about, and where to read it.
import type { Guidance, Passage } from '../../lib/evidence/model';
import type { HeldEntry, SourceNames } from '../../lib/evidence/views';
import { say } from '../../lib/words/words';
import { EntryMeta, FindingLine } from '../shared/Entry';
import { english } from '../shared/english';
import { FromSource } from './FromSource';
import { OwnLink } from './OwnLink';
import { guidanceFacts, linkWords } from './words';

interface EntriesProps {
  entries: readonly HeldEntry[];
  passages: readonly Passage[];
  guidance: readonly Guidance[];
  cites: string | null;
  sources: SourceNames | undefined;
}

export function Entries({ entries, passages, guidance, cites, sources }: EntriesProps) {
  return (
    <ul class="list">
      {entries.map((entry) => (
        <EntryItem
          key={entry.id}
          entry={entry}
          cited={entry.id === cites}
          sources={sources}
          passage={passages.find((one) => one.entries.includes(entry.id))}
          newer={guidance.find((one) => one.entries.includes(entry.id))}
        />
      ))}
    </ul>
  );
}

interface EntryItemProps {
  entry: HeldEntry;
  cited: boolean;
  sources: SourceNames | undefined;
  passage: Passage | undefined;
  newer: Guidance | undefined;
}

function EntryItem({ entry, cited, sources, passage, newer }: EntryItemProps) {
  return (
    <li class="entry">
      <EntryMeta entry={entry} also={cited ? say('cited here') : undefined} />
      <OwnLink class="title src" path={`/${entry.id}`}>
        <span {...english()}>{entry.title}</span>
      </OwnLink>
      <FromSource row={entry} sources={sources} />
      {entry.findings.map((finding) => (
        <FindingLine key={finding.outcome} finding={finding} />
      ))}
      {entry.findings.length === 0 && entry.summary && (
        <p class="what" {...english()}>
          {entry.summary}
        </p>
      )}
      {entry.caution && (
        <p class="caution">
          <b>{say('Caution')}</b> <span {...english()}>{entry.caution}</span>
        </p>
      )}
      {entry.edition === 'older' && (
        <p class="what">{say('Seen only in an earlier revision of the cell.')}</p>
      )}
      {newer && (
        <p class="what">
          {say('Newer:')} <span {...english()}>{newer.title}</span>, {guidanceFacts(newer)}
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
            <OwnLink path={`/${passage.id}?entry=${entry.id}`}>
              {say('Passage that discusses it')}
            </OwnLink>
          )}
        </p>
      )}
    </li>
  );
}
