// The choice of sites: the suggested ones in view, the others by kind behind one click, and one request for all.
import { useState } from 'preact/hooks';
import type { Site, SiteKind } from '../../lib/sites/schema';
import type { Choice } from './model';

interface SitesProps {
  sites: readonly Site[];
  allowed: readonly string[];
  choice: Choice;
  allow(ids: readonly string[]): void;
  /** None, or no more, for now; a page that is only about sites has no use for it. */
  none?: () => void;
}

const KIND_HEADINGS: readonly (readonly [SiteKind, string])[] = [
  ['tenders', 'Tender portals'],
  ['guidance', 'Guidance, councils and health services'],
  ['evidence', 'Evidence'],
  ['parliament', 'Parliaments'],
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
        <summary>{others.length} more sites: portals, guidance, councils, parliaments</summary>
        {KIND_HEADINGS.map(([kind, heading]) => (
          <fieldset key={kind}>
            <legend>{heading}</legend>
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
              {allowed.length > 0 ? 'No more for now' : 'None for now'}
            </button>
          )}
          <span class="sm dim">
            Your browser will ask once. With none, click the toolbar button on any page.
          </span>
        </div>
      )}
    </>
  );
}

function label(n: number): string {
  if (n === 0) return 'Allow the ticked sites';
  return n === 1 ? 'Allow this site' : `Allow these ${n} sites`;
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
        {site.name}
        <span class="sm dim">
          {site.hosts.map((host) => host.replace(/^https:\/\/|\/\*$/g, '')).join(', ')}
          {allowed && ' · allowed'}
        </span>
      </span>
    </label>
  );
}
