// One set of evidence: what it is, where it is from, how to be sure that it is that one, and what can be done with it.
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { HeldPack, PackCounts, PackVersion } from '../../../lib/evidence/packs/model';
import { CopyButton } from '../../shared/CopyButton';
import { longDate, momentWords } from '../../shared/words';

interface PackBoxProps {
  pack: HeldPack;
  busy: boolean;
  copy(text: string): Promise<boolean>;
  save(): void;
  rollBack(): void;
  remove(): void;
  children: ComponentChildren;
}

/** `remove` and `back` ask once more, saying what they do. */
type Asking = 'nothing' | 'back' | 'remove';

export function PackBox({ pack, busy, copy, save, rollBack, remove, children }: PackBoxProps) {
  const [asking, setAsking] = useState<Asking>('nothing');
  const { title, role, previous } = pack;
  const ask = (what: Asking) => setAsking(asking === what ? 'nothing' : what);
  const box = useRef<HTMLElement>(null);
  const leave = () => {
    const asked = asking;
    setAsking('nothing');
    box.current?.querySelector<HTMLElement>(`[data-asks=${asked}]`)?.focus();
  };
  const go = (work: () => void) => {
    setAsking('nothing');
    work();
  };
  return (
    <section ref={box} class="box pack" aria-label={title}>
      <h3>{title}</h3>
      <p class="sm dim">{originWords(pack)}</p>
      <dl class="dl">
        <dt>Version</dt>
        <dd>
          {pack.version}, put together on {longDate(pack.revised)}
          {pack.applied && (
            <span class="dim"> · in use here since {momentWords(pack.applied)}</span>
          )}
        </dd>
        <dt>Holds</dt>
        <dd>{countsWords(pack.counts)}</dd>
        <dt>Licence</dt>
        <dd>{pack.licence}</dd>
        <dt>
          <abbr title="Checksum of the file: the same for the same file, on every computer">
            SHA-256
          </abbr>
        </dt>
        <dd>
          <code title={pack.sha256}>{pack.sha256.slice(0, 12)}…</code>{' '}
          <CopyButton label="Copy all of it" text={pack.sha256} copy={copy} />
        </dd>
        {previous && (
          <>
            <dt>Before it</dt>
            <dd>
              {versionWords(previous)}{' '}
              <button
                type="button"
                class="act"
                disabled={busy}
                data-asks="back"
                aria-expanded={asking === 'back'}
                onClick={() => ask('back')}
              >
                Go back to this one…
              </button>
            </dd>
          </>
        )}
      </dl>
      {children}
      {asking === 'back' && previous && (
        <Confirm
          words={`Version ${previous.version} is used again, on marks, cards and the matrix. Version ${pack.version} is kept, so you can return to it. Your settings and notes stay as they are.`}
          yes={`Go back to version ${previous.version}`}
          onYes={() => go(rollBack)}
          onNo={leave}
        />
      )}
      {asking === 'remove' && (
        <Confirm
          words={`Its entries are no longer shown, and its words no longer marked. Everything else stays.${
            previous ? ' The version before it goes as well.' : ''
          } Until you leave this page you can undo it.`}
          yes="Take it out"
          bad
          onYes={() => go(remove)}
          onNo={leave}
        />
      )}
      <p class="acts">
        <button type="button" class="act" disabled={busy} onClick={save}>
          Save a copy<span class="vh"> of {title}</span>
        </button>
        {role !== 'shipped' && (
          <button
            type="button"
            class="act q"
            disabled={busy}
            data-asks="remove"
            aria-expanded={asking === 'remove'}
            onClick={() => ask('remove')}
          >
            Take it out…<span class="vh"> {title}</span>
          </button>
        )}
      </p>
    </section>
  );
}

interface ConfirmProps {
  words: string;
  yes: string;
  bad?: boolean;
  onYes(): void;
  onNo(): void;
}

function Confirm({ words, yes, bad = false, onYes, onNo }: ConfirmProps) {
  return (
    <div class="confirm">
      <p>{words}</p>
      <p class="btns">
        <button type="button" class={bad ? 'btn bad' : 'btn'} onClick={onYes}>
          {yes}
        </button>
        <button type="button" class="btn" onClick={onNo}>
          Leave it
        </button>
      </p>
    </div>
  );
}

function originWords({ role, origin }: HeldPack): string {
  switch (origin.kind) {
    case 'shipped':
      return 'Came with the extension';
    case 'file':
      return `${role === 'shipped' ? 'A newer version of what came with the extension' : 'Beside what came with the extension'}, from the file ${origin.name}`;
    case 'address':
      return `From ${origin.url}`;
    case 'imported':
      return 'From copies that you brought in. It stays on this computer.';
  }
}

export function versionWords({ version, revised }: PackVersion): string {
  return `version ${version} of ${longDate(revised)}`;
}

/** "50 cells, 161 entries, 5 passages, 38 topics"; what there is none of is left out. */
export function countsWords(counts: PackCounts): string {
  const words = [
    [counts.cells, 'cell', 'cells'],
    [counts.entries, 'entry', 'entries'],
    [counts.passages, 'passage', 'passages'],
    [counts.guidance, 'piece of newer guidance', 'pieces of newer guidance'],
    [counts.topics, 'topic', 'topics'],
    [counts.terms, 'wording', 'wordings'],
  ] as const;
  const said = words
    .filter(([n]) => n > 0)
    .map(([n, one, many]) => `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`);
  return said.join(', ') || 'nothing yet';
}
