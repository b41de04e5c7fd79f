// One topic of the page: its counts, and unfolded, its mentions or its evidence.
import { useId, useState } from 'preact/hooks';
import type { TopicEvidence as Evidence } from '../../lib/evidence/views';
import type { DocumentInFront } from '../../lib/panel/model';
import { counted, say } from '../../lib/words/words';
import { english } from '../shared/english';
import { drawParts, Sentence } from '../shared/Sentence';
import { mentionsLeft } from './filter';
import { Mentions } from './Mentions';
import type { Filter, Here, Topic } from './state';
import { TopicEvidence } from './TopicEvidence';

interface TopicRowProps {
  topic: Topic;
  document: DocumentInFront;
  /** Undefined until it is read. */
  evidence: Evidence | undefined;
  filter: Filter;
  report: number;
  /** The page is still being read: there may be more. */
  soFar: boolean;
  here: Here | null;
  onGo(id: string): void;
}

export function TopicRow(props: TopicRowProps) {
  const { topic, evidence, filter, soFar } = props;
  const [open, setOpen] = useState(false);
  const [shows, setShows] = useState<'mentions' | 'evidence'>('mentions');
  const id = useId();
  const n = mentionsLeft(topic, filter);
  const entries = evidence && (evidence.total ?? evidence.entries.length);
  const ruledOut = topic.excluded > 0 && filter.stances.includes('excluded');
  return (
    <>
      <h2>
        <button
          type="button"
          class="topic"
          data-stop
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          <b {...english()}>{topic.label}</b>
          {ruledOut && (
            <span class="tag">
              {counted(topic.excluded, '{count} ruled out', '{count} ruled out')}
            </span>
          )}
          {entries === 0 && (
            <span class="tag">{counted(0, '{count} entry', '{count} entries')}</span>
          )}
          <span class="num">
            {drawParts(
              soFar
                ? counted(n, '{count}<w> mention</w> so far', '{count}<w> mentions</w> so far')
                : counted(n, '{count}<w> mention</w>', '{count}<w> mentions</w>'),
              { w: (words) => <span class="vh">{words}</span> },
            )}
          </span>
        </button>
      </h2>
      <div id={id} class="unfolded" hidden={!open}>
        {open && (
          <>
            <fieldset class="in shows">
              <legend class="vh">
                <Sentence
                  words="<topic>{topic}</topic>: what to show"
                  values={{ topic: topic.label }}
                  parts={{ topic: (label) => <span {...english()}>{label}</span> }}
                />
              </legend>
              <span class="seg">
                <button
                  type="button"
                  aria-pressed={shows === 'mentions'}
                  onClick={() => setShows('mentions')}
                >
                  {say('On this page')}
                </button>
                <button
                  type="button"
                  aria-pressed={shows === 'evidence'}
                  onClick={() => setShows('evidence')}
                >
                  {entries === undefined
                    ? say('Evidence')
                    : counted(entries, 'Evidence: {count} entry', 'Evidence: {count} entries')}
                </button>
              </span>
            </fieldset>
            {shows === 'mentions' && (
              <Mentions
                document={props.document}
                topic={topic.id}
                stances={filter.stances}
                report={props.report}
                here={props.here}
                onGo={props.onGo}
              />
            )}
            {shows === 'evidence' &&
              (evidence ? (
                <TopicEvidence evidence={evidence} kinds={filter.kinds} />
              ) : (
                <p class="in sm dim">{say('Reading the evidence on this computer…')}</p>
              ))}
          </>
        )}
      </div>
    </>
  );
}
