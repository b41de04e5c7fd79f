// The choice of sites: the suggested ones in view, the others by kind behind one click, and one request for all.
import { useState } from 'preact/hooks';
import type { Site, SiteKind } from '../../lib/sites/schema';
import { counted, phrase, say } from '../../lib/words/words';
import type { Choice } from './model';

interface SitesProps {
  sites: readonly Site[];
  allowed: readonly string[];
  choice: Choice;
  allow(ids: readonly string[]): void;
  /** None, or no more, for now; a page that is only about sites has no use for it. */
  none?: () => void;
}

/** To be said where they are shown. */
const KIND_HEADINGS: readonly (readonly [SiteKind, string])[] = [
  ['tenders', phrase('Tender portals')],
  ['guidance', phrase('Guidance, councils and health services')],
  ['evidence', phrase('Evidence')],
  ['parliament', phrase('Parliaments')],
];

export function Sites({ sites, allowed, choice, allow, none }: SitesProps) {
  const [ticked, setTicked] = useState(
    () => new Set(sites.filter((site) => site.suggested).map((site) => site.id)),
  );
  const wanted = [...ticked].filter((id) => !allowed.includes(id));
  const tick = (id: string, on: boolean) =>
    setTicked((before) => new Set(on ? [...before, id] : [...before].filter((one) => one !== id)));
  const box = (site: Site) => (
    <SiteBox
      key={site.id}
      site={site}
      allowed={allowed.includes(site.id)}
      ticked={ticked.has(site.id)}
      tick={tick}
    />
  );
  const others = sites.filter((site) => !site.suggested);
  return (
    <>
      <div class="cols">{sites.filter((site) => site.suggested).map(box)}</div>
      <details>
        <summary>
          {counted(
            others.length,
            '{count} more site: portals, guidance, councils, parliaments',
            '{count} more sites: portals, guidance, councils, parliaments',
          )}
        </summary>
        {KIND_HEADINGS.map(([kind, heading]) => (
          <fieldset key={kind}>
            <legend>{say(heading)}</legend>
            <div class="cols">{others.filter((site) => site.kind === kind).map(box)}</div>
          </fieldset>
        ))}
      </details>
      {allowed.length < sites.length && (
        <div class="choose">
          <button
            type="button"
            class="btn pri"
            disabled={wanted.length === 0 || choice === 'asking'}
            onClick={() => allow(wanted)}
          >
            {label(wanted.length)}
          </button>
          {none && (
            <button type="button" class="btn" disabled={choice === 'asking'} onClick={none}>
              {allowed.length > 0 ? say('No more for now') : say('None for now')}
            </button>
          )}
          <span class="sm dim">
            {say('Your browser will ask once. With none, click the toolbar button on any page.')}
          </span>
        </div>
      )}
    </>
  );
}

function label(n: number): string {
  if (n === 0) return say('Allow the ticked sites');
  return counted(n, 'Allow this site', 'Allow these {count} sites');
}

interface SiteBoxProps {
  site: Site;
  allowed: boolean;
  ticked: boolean;
  tick(id: string, on: boolean): void;
}

function SiteBox({ site, allowed, ticked, tick }: SiteBoxProps) {
  return (
    <label class="opt">
      <input
        type="checkbox"
        checked={allowed || ticked}
        disabled={allowed}
        onChange={(event) => tick(site.id, event.currentTarget.checked)}
      />
      <span>
        {say(site.name)}
        <span class="sm dim">
          {site.hosts.map((host) => host.replace(/^https:\/\/|\/\*$/g, '')).join(', ')}
          {allowed && ` · ${say('allowed')}`}
        </span>
      </span>
    </label>
  );
}
