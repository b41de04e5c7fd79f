// One set of evidence: what it is, where it is from, how to be sure that it is that one, and what can be done with it.
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { HeldPack, PackCounts, PackVersion } from '../../../lib/evidence/packs/model';
import { counted, say } from '../../../lib/words/words';
import { CopyButton } from '../../shared/CopyButton';
import { english } from '../../shared/english';
import { Sentence } from '../../shared/Sentence';
import { longDate, momentWords } from '../../shared/words';

import { packTitle } from './cell-names';

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
  const { role, previous } = pack;
  const title = packTitle(pack);
  const isOwn = role === 'own';
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
      <h3 {...(isOwn ? {} : english())}>{title}</h3>
      <p class="sm dim">{originWords(pack)}</p>
      <dl class="dl">
        <dt>{say('Version')}</dt>
        <dd>
          {say('{version}, put together on {day}', {
            version: pack.version,
            day: longDate(pack.revised),
          })}
          {pack.applied && (
            <span class="dim">
              {' · '}
              {say('in use here since {day}', { day: momentWords(pack.applied) })}
            </span>
          )}
        </dd>
        <dt>{say('Holds')}</dt>
        <dd>{countsWords(pack.counts)}</dd>
        <dt>{say('Licence')}</dt>
        <dd {...(isOwn ? {} : english())}>{isOwn ? say(pack.licence) : pack.licence}</dd>
        <dt>
          <abbr title={say('Checksum of the file: the same for the same file, on every computer')}>
            {say('SHA-256')}
          </abbr>
        </dt>
        <dd>
          <code title={pack.sha256}>{pack.sha256.slice(0, 12)}…</code>{' '}
          <CopyButton label={say('Copy all of it')} text={pack.sha256} copy={copy} />
        </dd>
        {previous && (
          <>
            <dt>{say('Before it')}</dt>
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
                {say('Go back to this one…')}
              </button>
            </dd>
          </>
        )}
      </dl>
      {children}
      {asking === 'back' && previous && (
        <Confirm
          words={say(
            'Version {version} is used again, on marks, cards and the matrix. Version {left} is kept, so you can return to it. Your settings and notes stay as they are.',
            { version: previous.version, left: pack.version },
          )}
          yes={say('Go back to version {version}', { version: previous.version })}
          onYes={() => go(rollBack)}
          onNo={leave}
        />
      )}
      {asking === 'remove' && (
        <Confirm
          words={
            previous
              ? say(
                  'Its entries are no longer shown, and its words no longer marked. Everything else stays. The version before it goes as well. Until you leave this page you can undo it.',
                )
              : say(
                  'Its entries are no longer shown, and its words no longer marked. Everything else stays. Until you leave this page you can undo it.',
                )
          }
          yes={say('Take it out')}
          bad
          onYes={() => go(remove)}
          onNo={leave}
        />
      )}
      <p class="acts">
        <button type="button" class="act" disabled={busy} onClick={save}>
          <Sentence
            words="Save a copy<of> of {title}</of>"
            values={{ title }}
            parts={{ of: (inner) => <span class="vh">{inner}</span> }}
          />
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
            {say('Take it out…')}
            <span class="vh"> {title}</span>
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
          {say('Leave it')}
        </button>
      </p>
    </div>
  );
}

function originWords({ role, origin }: HeldPack): string {
  switch (origin.kind) {
    case 'shipped':
      return say('Came with the extension');
    case 'file':
      return role === 'shipped'
        ? say('A newer version of what came with the extension, from the file {name}', {
            name: origin.name,
          })
        : say('Beside what came with the extension, from the file {name}', { name: origin.name });
    case 'address':
      return say('From {address}', { address: origin.url });
    case 'imported':
      return say('From copies that you brought in. It stays on this computer.');
  }
}

export function versionWords({ version, revised }: PackVersion): string {
  return say('version {version} of {day}', { version, day: longDate(revised) });
}

/** "50 cells, 161 entries, 5 passages, 38 topics"; what there is none of is left out. */
export function countsWords(counts: PackCounts): string {
  const { cells, entries, passages, guidance, topics, terms } = counts;
  const words = [
    [cells, counted(cells, '{count} cell', '{count} cells')],
    [entries, counted(entries, '{count} entry', '{count} entries')],
    [passages, counted(passages, '{count} passage', '{count} passages')],
    [
      guidance,
      counted(guidance, '{count} piece of newer guidance', '{count} pieces of newer guidance'),
    ],
    [topics, counted(topics, '{count} topic', '{count} topics')],
    [terms, counted(terms, '{count} wording', '{count} wordings')],
  ] as const;
  const said = words.flatMap(([n, some]) => (n > 0 ? [some] : []));
  return said.join(', ') || say('nothing yet');
}
