// The card of one mention: answer first, then the entries, then how old they are and what is newer.
import { useEffect, useRef, useState } from 'preact/hooks';
import { citedBy, copyTopic } from '../../lib/evidence/cite';
import type { TopicEvidence } from '../../lib/evidence/views';
import type { CardActions, CardMention, Evidence, Opened, Scope } from '../../lib/overlay/model';
import { counted, say } from '../../lib/words/words';
import { Newer, Passages } from './Beyond';
import { useTools } from './context';
import { Entries } from './Entries';
import { Foot } from './Foot';
import { AddedWords, FromSource } from './FromSource';
import { Head } from './Head';
import { RuledOut } from './RuledOut';
import { Question, Says } from './Says';
import { ShowAll } from './ShowAll';
import { Status, type StatusLine } from './Status';
import { Failed, Waiting } from './Waiting';
import { announcement, cardName, scopeDone } from './words';

export interface HoverCardProps {
  mention: CardMention;
  evidence: Evidence;
  how: Opened;
  actions: CardActions;
}

/** Entries shown before "Show all". */
const FIRST = 3;

export function HoverCard({ mention, evidence, how, actions }: HoverCardProps) {
  const { copy, noteCited, today, openMatrix } = useTools();
  const dialog = useRef<HTMLElement>(null);
  const [status, setStatus] = useState<StatusLine | null>(null);
  const [keptOpen, setKeptOpen] = useState(false);
  const [all, setAll] = useState(false);
  useEffect(() => {
    if (how === 'keyboard') dialog.current?.focus({ preventScroll: true });
  }, [how]);

  const said = (words: string) => setStatus({ words });
  const copyCitation = async (topic: TopicEvidence) => {
    const { text, html } = copyTopic(topic, { day: today() });
    const citations = (text.match(/^\d+\. /gm) ?? []).length;
    const done = counted(
      citations,
      'Copied with {count} citation, ready to paste.',
      'Copied with {count} citations, ready to paste.',
    );
    const copied = await copy(text, html);
    if (copied) noteCited(citedBy(topic));
    said(copied ? done : say('The browser did not allow copying.'));
  };
  const dismiss = async (scope: Scope) => {
    const outcome = await actions.dismiss(scope);
    if (!outcome.ok) {
      const { reason } = outcome;
      said(say('This could not be remembered ({reason}). The mark stays.', { reason }));
      return;
    }
    const undo = async () => {
      const undone = await actions.undoDismiss(scope);
      said(
        undone.ok
          ? say('Marked again.')
          : say('This could not be undone ({reason}).', { reason: undone.reason }),
      );
    };
    setStatus({ words: scopeDone(scope, mention.words, mention.host), undo: () => void undo() });
  };
  const keepOpen = (on: boolean) => {
    setKeptOpen(on);
    actions.keepOpen(on);
  };
  const ready = evidence.state === 'ready' ? evidence.evidence : null;
  const cited = ready?.entries.find((entry) => entry.id === mention.cites);
  return (
    <>
      <p class="vh" role="status">
        {announcement(mention, evidence, how)}
      </p>
      {/* Not modal: the page stays as it is and can be used. */}
      <section
        ref={dialog}
        class="card"
        role="dialog"
        aria-label={cardName(mention, evidence)}
        aria-busy={evidence.state === 'loading'}
        tabIndex={-1}
        onKeyDown={(event) => leaveAtTheEnd(event, dialog.current, actions.close)}
      >
        <Head mention={mention} evidence={evidence} how={how} onClose={actions.close} />
        <div class="body">
          {mention.stance === 'excluded' && (
            <RuledOut mention={mention} onElsewhere={actions.goElsewhere} />
          )}
          {evidence.state === 'loading' && <Waiting />}
          {ready && (
            <>
              <FromSource row={ready.topic} sources={ready.sources} />
              <AddedWords topic={ready.topic} sources={ready.sources} />
              <Says evidence={ready} />
              {mention.stance === 'excluded' && <Question evidence={ready} />}
              <Middle evidence={ready} mention={mention} all={all} onAll={() => setAll(true)} />
              {mention.stance !== 'excluded' && all && <Question evidence={ready} />}
              <Newer guidance={ready.guidance} cites={mention.cites} sources={ready.sources} />
            </>
          )}
        </div>
        <Status line={status} />
        {evidence.state === 'failed' ? (
          <Failed
            mention={mention}
            reason={evidence.reason}
            onRetry={actions.retry}
            onSaid={said}
          />
        ) : (
          <Foot
            mention={mention}
            how={how}
            keptOpen={keptOpen}
            ready={ready !== null}
            onOpen={() => openMatrix(cited ? `/${cited.id}` : `/topic/${mention.topic.id}`)}
            onCopy={() => ready && void copyCitation(ready)}
            onKeepOpen={keepOpen}
            onDismiss={(scope) => void dismiss(scope)}
          />
        )}
      </section>
    </>
  );
}

interface MiddleProps {
  evidence: TopicEvidence;
  mention: CardMention;
  all: boolean;
  onAll(): void;
}

/** Entries and passages; folded away where the topic is ruled out or only titles are held. */
function Middle({ evidence, mention, all, onAll }: MiddleProps) {
  const { passages, guidance, sources } = evidence;
  const { cites } = mention;
  const entries = [...evidence.entries].sort(
    (a, b) => Number(b.id === cites) - Number(a.id === cites),
  );
  const titlesOnly = entries.every((entry) => entry.completeness === 'title-only');
  const folded = !cites && (mention.stance === 'excluded' || (titlesOnly && !evidence.statement));
  const first = all ? entries : folded ? [] : entries.slice(0, FIRST);
  return (
    <>
      {first.length > 0 && (
        <Entries
          entries={first}
          passages={passages}
          guidance={guidance}
          cites={cites}
          sources={sources}
        />
      )}
      {(all || entries.length === 0) && <Passages passages={passages} sources={sources} />}
      {!all && entries.length > 0 && (
        <ShowAll
          shown={first.length}
          total={evidence.total ?? entries.length}
          passages={passages.length}
          titlesOnly={titlesOnly}
          onAll={onAll}
        />
      )}
    </>
  );
}

/** Tab past the last or first control leaves the card for the place in the text from which it came. */
function leaveAtTheEnd(event: KeyboardEvent, card: HTMLElement | null, leave: () => void): void {
  if (event.key !== 'Tab' || !card) return;
  const stops = [...card.querySelectorAll<HTMLElement>('a[href],button')];
  const root = card.getRootNode() as ShadowRoot;
  const at = root.activeElement;
  const end = event.shiftKey ? stops[0] : stops[stops.length - 1];
  if (at !== end && !(event.shiftKey && at === card)) return;
  event.preventDefault();
  leave();
}
