// A link to an entry with a note on hover or focus: what sort of document it is, of when and where, and what it found.
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Entry } from '../../lib/evidence/model';
import { say } from '../../lib/words/words';
import { EntryMeta, FindingLine } from '../shared/Entry';
import { english } from '../shared/english';

interface NoteLinkProps {
  entry: Entry;
  href: string;
  /** The entry that the reader came from. */
  current?: boolean;
}

/** How long the pointer rests before the note comes, and how long it may be away on its way into the note, in ms. */
const REST = 300;
const AWAY = 250;
const WIDTH = 320;
const MARGIN = 8;
/** The most a note takes; where there is less room below the link it stands above. */
const HEIGHT = 240;

/** Place in the window, as CSS has it. */
type Spot =
  | { readonly left: string; readonly top: string }
  | { readonly left: string; readonly bottom: string };

const px = (length: number) => `${length}px`;

export function NoteLink({ entry, href, current = false }: NoteLinkProps) {
  const [at, setAt] = useState<Spot | null>(null);
  const link = useRef<HTMLAnchorElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const id = useId();
  const later = (ms: number, work: () => void) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(work, ms);
  };
  const open = () => {
    // The last line of a link that runs over two.
    const box = [...(link.current?.getClientRects() ?? [])].at(-1);
    if (!box) return;
    const left = Math.max(MARGIN, Math.min(box.left, innerWidth - WIDTH - MARGIN));
    const above = innerHeight - box.bottom < HEIGHT && box.top > innerHeight / 2;
    setAt(
      above
        ? { left: px(left), bottom: px(innerHeight - box.top) }
        : { left: px(left), top: px(box.bottom) },
    );
  };
  const close = () => setAt(null);
  const isHeld = () => link.current?.matches(':focus-visible') === true;
  // The pointer may go while the keyboard has come to the link.
  const leave = () => isHeld() || close();
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (!at) return;
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && close();
    // Fixed in the window, so it goes when the page moves under it; or along with a link that has the focus, since
    // focusing scrolls (in Firefox after the event).
    const moved = () => (isHeld() ? open() : close());
    addEventListener('scroll', moved, { once: true, passive: true });
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('scroll', moved);
      removeEventListener('keydown', onKey);
    };
  }, [at]);
  return (
    <span onPointerEnter={() => later(REST, open)} onPointerLeave={() => later(AWAY, leave)}>
      <a
        ref={link}
        class={current ? 'src current' : 'src'}
        href={href}
        aria-describedby={at ? id : undefined}
        {...english()}
        onFocus={() => isHeld() && open()}
        onBlur={close}
      >
        {entry.title}
      </a>
      {at && (
        <span class="hovernote" role="tooltip" id={id} style={{ ...at }}>
          <Note entry={entry} />
        </span>
      )}
    </span>
  );
}

function Note({ entry }: { entry: Entry }) {
  return (
    <>
      <EntryMeta entry={entry} />
      {entry.findings.slice(0, 3).map((finding) => (
        <FindingLine key={finding.outcome} finding={finding} />
      ))}
      {entry.summary ? (
        <p {...english()}>{entry.summary}</p>
      ) : (
        <p class="dim">
          {say('Only its line in the list is held; what it found has not been read.')}
        </p>
      )}
    </>
  );
}
