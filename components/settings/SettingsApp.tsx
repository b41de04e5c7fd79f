// The settings page: sections at the left, the one that the address names at the right. A section is one entry in the list.
import type { ComponentChild } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { say } from '../../lib/words/words';
import { Emblem } from '../shared/Emblem';
import { type SettingsPlace, settingsPlace } from './route';

export interface Section {
  /** Its place in the address: `#/evidence`. */
  readonly id: string;
  /** In the list at the left. */
  readonly title: string;
  /** Draws the section; `place.rest` is what follows its name in the address (`import` of `#/evidence/import`). */
  show(place: SettingsPlace): ComponentChild;
}

export function SettingsApp({ sections }: { sections: readonly Section[] }) {
  const [hash, setHash] = useState(location.hash);
  const place = useMemo(() => settingsPlace(hash), [hash]);
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    const follow = () => setHash(location.hash);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const here = place.section === '' ? sections[0] : sections.find(({ id }) => id === place.section);
  const at = `${here?.id ?? ''}/${place.rest}`;
  const before = useRef(at);
  useEffect(() => {
    document.title = say('{section} – Settings', { section: here?.title ?? say('Not found') });
    // The first page opens as any page does; later ones are read from their heading on.
    if (before.current !== at) {
      scrollTo(0, 0);
      main.current?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
    }
    before.current = at;
  }, [at, here]);
  return (
    <div class="settings">
      <header>
        <h1>
          <Emblem matrix="drug" lit={['drug/E4']} />
          {say('Settings')}
        </h1>
        <nav aria-label={say('Settings')}>
          {sections.map(({ id, title }) => (
            <a key={id} href={`#/${id}`} aria-current={id === here?.id ? 'page' : undefined}>
              {title}
            </a>
          ))}
        </nav>
        <p class="sm">
          <a href="/matrix.html">{say('Treatment matrix')}</a>
        </p>
      </header>
      <main ref={main}>
        {here ? (
          here.show(place)
        ) : (
          <section>
            <h2 tabIndex={-1}>{say('There is no such page')}</h2>
            <p>
              {say(
                'The settings have no section at “{address}”. Nothing was changed. Choose a section from the list.',
                { address: place.address },
              )}
            </p>
          </section>
        )}
      </main>
    </div>
  );
}
