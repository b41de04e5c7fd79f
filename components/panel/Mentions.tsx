// Mentions of one topic in document order, each a button with its sentence. Shown in steps: a document may have thousands.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Polarity } from '../../lib/detect/model';
import { type DocumentInFront, type MentionLine, MOST_AT_ONCE } from '../../lib/panel/model';
import { counted, say } from '../../lib/words/words';
import { type Here, STANCE_WORDS } from './state';

/** Mentions shown before the reader asks for more, and with each asking. */
const STEP = 25;

interface MentionsProps {
  document: DocumentInFront;
  topic: string;
  stances: readonly Polarity[];
  /** Grows when the page reports: the list is then asked for again. */
  report: number;
  here: Here | null;
  onGo(id: string): void;
}

type Loaded =
  | { readonly ok: true; readonly total: number; readonly mentions: readonly MentionLine[] }
  | { readonly ok: false; readonly reason: string };

export function Mentions({ document, topic, stances, report, here, onGo }: MentionsProps) {
  const [wanted, setWanted] = useState(STEP);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const list = useRef<HTMLUListElement>(null);
  /** Index of the first mention that the last step brought; it takes the focus. */
  const from = useRef<number | null>(null);

  useEffect(() => {
    let current = true;
    void load(document, topic, stances, wanted).then((got) => {
      if (current) setLoaded(got);
    });
    return () => {
      current = false;
    };
  }, [document, topic, stances, wanted, report]);

  useEffect(() => {
    if (from.current === null || !loaded?.ok) return;
    const button = list.current?.querySelectorAll<HTMLElement>('.mention')[from.current];
    if (!button) return;
    from.current = null;
    button.focus();
  }, [loaded]);

  if (!loaded) return <p class="in sm dim">{say('Asking the page for its sentences…')}</p>;
  if (!loaded.ok)
    return (
      <p class="in sm" role="alert">
        {say('The page did not give its sentences: {reason}. Reloading the page often helps.', {
          reason: loaded.reason,
        })}
      </p>
    );
  const { mentions, total } = loaded;
  const more = total - mentions.length;
  if (total === 0)
    return (
      <p class="in sm dim">{say('None of its mentions is marked on the page at this moment.')}</p>
    );
  return (
    <>
      <ul class="mentions" ref={list}>
        {mentions.map((mention) => (
          <li key={mention.id}>
            <MentionButton mention={mention} here={here} onGo={onGo} />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p class="in sm">
          <button
            type="button"
            class="inline"
            onClick={() => {
              from.current = mentions.length;
              setWanted(mentions.length + STEP);
            }}
          >
            {more > STEP
              ? counted(more, 'Show {step} of {count} more', 'Show {step} of {count} more', {
                  step: STEP,
                })
              : counted(more, '{count} more mention', '{count} more mentions')}
          </button>
        </p>
      )}
    </>
  );
}

function MentionButton({
  mention,
  here,
  onGo,
}: { mention: MentionLine } & Pick<MentionsProps, 'here' | 'onGo'>) {
  const { id, stance, before, words, after, heading, cites, at } = mention;
  const isHere = here?.id === id;
  const facts = [
    heading,
    cites === null ? null : say('cites the evidence'),
    isHere ? say('mark {at} of {of}', { at: here.at, of: here.of }) : say('mark {at}', { at }),
    stance === 'asserted' ? null : say(STANCE_WORDS[stance]).toLowerCase(),
  ].filter(Boolean);
  const mark = ['m', stance === 'excluded' ? 'x' : '', isHere ? 'now' : ''].filter(Boolean);
  return (
    <button
      type="button"
      class={isHere ? 'mention here' : 'mention'}
      aria-current={isHere ? 'true' : undefined}
      onClick={() => onGo(id)}
    >
      <span class="src">
        {before}
        <span class={mark.join(' ')}>{words}</span>
        {after}
      </span>
      <span class="xs dim">
        <span class="vh"> (</span>
        {facts.join(' · ')}
        <span class="vh">)</span>
      </span>
    </button>
  );
}

async function load(
  document: DocumentInFront,
  topic: string,
  stances: readonly Polarity[],
  wanted: number,
): Promise<Loaded> {
  const mentions: MentionLine[] = [];
  for (;;) {
    const asked = Math.min(MOST_AT_ONCE, wanted - mentions.length);
    const part = { topic, stances: [...stances], from: mentions.length, count: asked };
    const got = await document.mentions(part);
    if (!got.ok) return got;
    mentions.push(...got.list.mentions);
    const { total } = got.list;
    const done = mentions.length >= Math.min(wanted, total) || got.list.mentions.length === 0;
    if (done) return { ok: true, total, mentions };
  }
}
