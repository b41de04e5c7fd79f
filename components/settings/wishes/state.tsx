// The settings as they are shown and changed: looked at anew whenever anything changes them, here or elsewhere.
import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { Field, Settings } from '../../../lib/settings/schema';
import { isLocked, type SettingsLook } from '../../../lib/settings/views';
import { say } from '../../../lib/words/words';
import type { Got } from '../evidence/doors';
import type { WishDoors } from './doors';

/** Said after something was done; `undo` takes it back. */
interface SaidAfter {
  readonly words: string;
  readonly failed: boolean;
  readonly undo: (() => void) | null;
}

export interface Wishes {
  /** Null while it is being read. */
  readonly look: SettingsLook | null;
  readonly said: SaidAfter | null;
  readonly busy: boolean;
  /** Grows by one with everything that changed. */
  readonly turn: number;
  set<F extends Field>(field: F, value: Settings[F]): void;
  /** Runs one thing; says `words` when it went well, and why when it did not. */
  run(work: Promise<Got<object>>, words: string | null, undo?: () => Promise<Got<object>>): void;
}

export function useWishes(doors: WishDoors): Wishes {
  const [look, setLook] = useState<SettingsLook | null>(null);
  const [said, setSaid] = useState<SaidAfter | null>(null);
  const [busy, setBusy] = useState(false);
  const [turn, setTurn] = useState(0);
  const again = useCallback(() => setTurn((n) => n + 1), []);
  useEffect(() => doors.onChanged(again), [doors, again]);
  useEffect(() => {
    let current = true;
    void doors.look().then((seen) => current && setLook(seen));
    return () => {
      current = false;
    };
  }, [doors, turn]);
  return useMemo(() => {
    const run: Wishes['run'] = (work, words, undo) => {
      setBusy(true);
      setSaid(null);
      void work.then((got) => {
        setBusy(false);
        again();
        if (!got.ok) setSaid({ words: got.reason, failed: true, undo: null });
        else if (words !== null)
          setSaid({
            words,
            failed: false,
            undo: undo ? () => run(undo(), say('Taken back.')) : null,
          });
      });
    };
    const set: Wishes['set'] = (field, value) => {
      // Shown at once; where it is refused, the next look shows what holds.
      setLook((seen) => seen && { ...seen, settings: { ...seen.settings, [field]: value } });
      run(doors.set(field, value), null);
    };
    return { look, said, busy, turn, set, run };
  }, [doors, look, said, busy, turn, again]);
}

interface WishPageProps {
  title: string;
  about: string;
  wishes: Wishes;
  /** Fields that the section sets; those that could not be read are named. */
  fields: readonly Field[];
  children: (look: SettingsLook) => ComponentChildren;
}

/** A section of settings: its heading, what was just said, and the fields once they are read. */
export function WishPage({ title, about, wishes, fields, children }: WishPageProps) {
  const { look, said } = wishes;
  return (
    <section>
      <h2 tabIndex={-1}>{title}</h2>
      <p>{about}</p>
      <div class="news" aria-live="polite">
        {said && (
          <p class={said.failed ? 'box' : 'said'} role={said.failed ? 'alert' : undefined}>
            {said.words}{' '}
            {said.undo && (
              <button type="button" class="act" onClick={said.undo}>
                {say('Undo')}
              </button>
            )}
          </p>
        )}
      </div>
      {look && <FellBack fields={fields} look={look} />}
      {look ? (
        children(look)
      ) : (
        <p role="status" class="dim">
          {say('Reading your settings…')}
        </p>
      )}
    </section>
  );
}

/** Names those of the fields that could not be read. */
export function FellBack({ fields, look }: { fields: readonly Field[]; look: SettingsLook }) {
  const fell = fields.filter((field) => look.fellBack.includes(field));
  return (
    <>
      {fell.map((field) => (
        <p key={field} class="box" role="status">
          <b>
            {say('This setting could not be read and is back at its default: {name}.', {
              name: nameOf(field),
            })}
          </b>{' '}
          {say(
            'All others are as you left them. What was stored is kept aside in case a newer version can read it.',
          )}
        </p>
      ))}
    </>
  );
}

function nameOf(field: Field): string {
  const names: Readonly<Record<Field, string>> = {
    off: say('sites that are turned off'),
    offEverywhere: say('marking turned off everywhere'),
    sites: say('sites that you allowed'),
    dismissals: say('senses that you turned off'),
    tiers: say('main and further topics'),
    topicsOff: say('topics that are not marked'),
    markStyle: say('how marks look'),
    markExcluded: say('mentions that are ruled out'),
    cardWhen: say('when a card opens'),
    cardDelay: say('how long the pointer rests'),
    role: say('your role'),
    language: say('language'),
    recentFiles: say('names of files opened in the reader'),
  };
  return names[field];
}

interface GroupProps {
  legend: string;
  field: Field;
  look: SettingsLook;
  children: ComponentChildren;
}

/** One setting. Where the organisation has fixed it, it is shown and cannot be changed, and the page says who did so. */
export function Group({ legend, field, look, children }: GroupProps) {
  const locked = isLocked(look.policy, field);
  return (
    <fieldset class="wish" disabled={locked}>
      <legend>{legend}</legend>
      {children}
      {locked && <LockedBy look={look} />}
    </fieldset>
  );
}

export function LockedBy({ look }: { look: SettingsLook }) {
  const { organisation, contact } = look.policy;
  return (
    <p class="lock">
      <span class="tag">{say('Locked')}</span>{' '}
      {organisation === null
        ? say('by your organisation.')
        : say('by {organisation}.', { organisation })}{' '}
      {contact !== null && say('Ask {contact} to change it.', { contact })}
    </p>
  );
}

interface ChoiceProps<V extends string | number> {
  name: string;
  value: V;
  options: readonly (readonly [value: V, label: ComponentChildren, hint?: string])[];
  choose(value: V): void;
}

/** One of several, as radio buttons. */
export function Choice<V extends string | number>({
  name,
  value,
  options,
  choose,
}: ChoiceProps<V>) {
  return (
    <>
      {options.map(([one, label, hint]) => (
        <label key={one} class="opt">
          <input type="radio" name={name} checked={one === value} onChange={() => choose(one)} />
          <span>
            {label}
            {hint && <span class="sm dim hint">{hint}</span>}
          </span>
        </label>
      ))}
    </>
  );
}
