// The evidence on one topic of the page, as its card lists it.
import { useState } from 'preact/hooks';
import type { Kind } from '../../lib/evidence/model';
import type { TopicEvidence as Evidence } from '../../lib/evidence/views';
import { counted } from '../../lib/words/words';
import { Newer, Passages } from '../card/Beyond';
import { Entries } from '../card/Entries';
import { OwnLink } from '../card/OwnLink';
import { Says } from '../card/Says';
import { countsLine } from '../card/words';
import { english } from '../shared/english';
import { Sentence } from '../shared/Sentence';
import { entriesLeft } from './filter';

/** Entries shown before the reader asks for all. */
const FIRST = 3;

interface TopicEvidenceProps {
  evidence: Evidence;
  /** Only entries of these kinds; of all where none is named. */
  kinds: readonly Kind[];
}

export function TopicEvidence({ evidence, kinds }: TopicEvidenceProps) {
  const [all, setAll] = useState(false);
  const { topic, passages, guidance, entries, sources } = evidence;
  const left = entriesLeft(evidence, kinds);
  const shown = all ? left : left.slice(0, FIRST);
  const more = left.length - shown.length;
  return (
    <div class="evidence">
      <p class="in sm dim">{countsLine(evidence)}</p>
      <Says evidence={evidence} />
      {left.length < entries.length && (
        <p class="in sm dim">
          {counted(
            left.length,
            '{count} entry of the kinds that you filtered for.',
            '{count} entries of the kinds that you filtered for.',
          )}
        </p>
      )}
      <Entries
        entries={shown}
        passages={passages}
        guidance={guidance}
        cites={null}
        sources={sources}
      />
      {more > 0 && (
        <p class="in sm">
          <button type="button" class="inline" onClick={() => setAll(true)}>
            {counted(more, '{count} more entry', '{count} more entries')}
          </button>
        </p>
      )}
      <Passages passages={passages} sources={sources} />
      <Newer guidance={guidance} cites={null} sources={sources} />
      <p class="part">
        <OwnLink path={`/topic/${topic.id}`}>
          <Sentence
            words="<topic>{topic}</topic> in the matrix"
            values={{ topic: topic.label }}
            parts={{ topic: (label) => <span {...english()}>{label}</span> }}
          />
        </OwnLink>
      </p>
    </div>
  );
}
