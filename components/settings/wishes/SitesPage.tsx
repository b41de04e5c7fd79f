// Sites: where pages are read and marked, where never, and what the browser no longer allows.
import { useEffect, useState } from 'preact/hooks';
import type { SettingsLook } from '../../../lib/settings/views';
import type { SiteRow, SitesView } from '../../../lib/sites/views';
import { say } from '../../../lib/words/words';
import { longDate } from '../../shared/words';
import { Sites } from '../../welcome/Sites';
import type { WishDoors } from './doors';
import { LockedBy, useWishes, type Wishes, WishPage } from './state';

export function SitesPage({ doors }: { doors: WishDoors }) {
  const wishes = useWishes(doors);
  const [view, setView] = useState<SitesView | null>(null);
  useEffect(() => {
    let current = true;
    void doors.sites().then((seen) => current && setView(seen));
    return () => {
      current = false;
    };
  }, [doors, wishes.turn]);
  return (
    <WishPage
      title={say('Sites')}
      about={say(
        'The extension reads pages only on these sites. Everywhere else it stays silent until you ask with the toolbar button.',
      )}
      wishes={wishes}
      fields={['off', 'offEverywhere', 'sites']}
    >
      {(look) => (
        <>
          <Everywhere look={look} wishes={wishes} doors={doors} />
          {view && <Rows view={view} look={look} wishes={wishes} doors={doors} />}
          {view && <More view={view} look={look} wishes={wishes} doors={doors} />}
        </>
      )}
    </WishPage>
  );
}

interface PartProps {
  look: SettingsLook;
  wishes: Wishes;
  doors: WishDoors;
}

function Everywhere({ look, wishes, doors }: PartProps) {
  const since = look.settings.offEverywhere;
  if (since === null)
    return (
      <p class="btns">
        <button
          type="button"
          class="btn"
          disabled={wishes.busy}
          onClick={() =>
            wishes.run(doors.turnEverywhere(false), say('Marking is off everywhere.'), () =>
              doors.turnEverywhere(true),
            )
          }
        >
          {say('Turn marking off everywhere')}
        </button>
      </p>
    );
  return (
    <div class="box">
      <p>
        <b>{say('Marking is off everywhere since {day}.', { day: longDate(since) })}</b>{' '}
        {say('No page is read or marked. The sites that you allowed stay allowed.')}
      </p>
      <p class="btns">
        <button
          type="button"
          class="btn pri"
          disabled={wishes.busy}
          onClick={() => wishes.run(doors.turnEverywhere(true), say('Marking is on again.'))}
        >
          {say('Turn on again')}
        </button>
      </p>
    </div>
  );
}

function Rows({ view, look, wishes, doors }: PartProps & { view: SitesView }) {
  if (view.rows.length === 0)
    return (
      <p class="box">
        {say(
          'No site is allowed yet, so nothing is read by itself. Add one below, or press the toolbar button on any page and choose “Only this once”.',
        )}
      </p>
    );
  return (
    <table class="sites">
      <thead>
        <tr>
          <th scope="col">{say('Site')}</th>
          <th scope="col">{say('Allowed')}</th>
          <th scope="col">{say('Marks')}</th>
          <th scope="col">
            <span class="vh">{say('Change')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {view.rows.map((row) => (
          <Row key={row.host} row={row} look={look} wishes={wishes} doors={doors} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, look, wishes, doors }: PartProps & { row: SiteRow }) {
  const { host, pattern } = row;
  const site = host === 'file' ? say('Files on this computer') : host;
  const isOff = row.off !== null || row.offByOrganisation;
  const act = (
    words: string,
    label: string,
    work: () => Promise<{ ok: true; value: object } | { ok: false; reason: string }>,
    undo?: () => ReturnType<typeof doors.turnSite>,
  ) => (
    <button
      type="button"
      class="act"
      aria-label={say('{action}: {site}', { action: label, site })}
      disabled={wishes.busy}
      onClick={() => wishes.run(work(), words, undo)}
    >
      {label}
    </button>
  );
  return (
    <tr>
      <th scope="row">
        {site}
        {row.name !== null && <span class="sm dim hint">{say(row.name)}</span>}
      </th>
      <td data-head={say('Allowed')}>{leaveWords(row, look)}</td>
      <td data-head={say('Marks')}>{marksWords(row, look)}</td>
      <td class="do">
        {row.leave === 'gone' &&
          act(say('{site} may be read.', { site }), say('Ask again'), () => doors.allow([pattern]))}
        {!host.startsWith('*.') &&
          !row.offByOrganisation &&
          (isOff
            ? act(say('Marks are on for {site}.', { site }), say('Turn on'), () =>
                doors.turnSite(host, true),
              )
            : act(
                say('Marks are off for {site}.', { site }),
                say('Turn off'),
                () => doors.turnSite(host, false),
                () => doors.turnSite(host, true),
              ))}
        {row.leave !== 'ask' &&
          !row.byOrganisation &&
          host !== 'file' &&
          act(
            say('{site} is no longer read. Its open pages are as they were.', { site }),
            row.leave === 'gone' ? say('Forget') : say('Take back'),
            () => doors.takeBack(pattern),
          )}
      </td>
    </tr>
  );
}

function leaveWords(row: SiteRow, { policy }: SettingsLook) {
  const named =
    policy.organisation === null
      ? say('named by your organisation')
      : say('named by {organisation}', { organisation: policy.organisation });
  if (row.leave === 'ask') return say('Only when you ask');
  if (row.leave === 'allowed') return row.byOrganisation ? `${say('Yes')}, ${named}` : say('Yes');
  return (
    <>
      <b>{row.byOrganisation ? say('Not yet:') : say('Not now:')}</b>{' '}
      {row.byOrganisation ? named : say('the browser has no leave for it')}
    </>
  );
}

function marksWords(row: SiteRow, look: SettingsLook) {
  if (row.offByOrganisation) return <LockedBy look={look} />;
  if (row.off !== null)
    return (
      <>
        <b>{say('Always off')}</b> {say('since {day}', { day: longDate(row.off) })}
      </>
    );
  return row.leave === 'allowed' ? say('On') : say('Silent');
}

function More({ view, look, wishes, doors }: PartProps & { view: SitesView }) {
  const [typed, setTyped] = useState('');
  const add = (event: Event) => {
    event.preventDefault();
    wishes.run(doors.allowAddress(typed), say('The site is allowed; its open pages are read now.'));
  };
  const patterns = (ids: readonly string[]) =>
    view.known.filter(({ id }) => ids.includes(id)).flatMap(({ hosts }) => hosts);
  return (
    <>
      <h3>{say('Allow another site')}</h3>
      {look.policy.featuresOff.includes('any-site') ? (
        <LockedBy look={look} />
      ) : (
        <form class="add" onSubmit={add}>
          <label>
            <span class="vh">{say('Address of a site')}</span>
            <input
              class="field"
              type="text"
              inputMode="url"
              placeholder="https://www.example-council.gov.uk/"
              value={typed}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          </label>
          <button type="submit" class="btn" disabled={wishes.busy || typed.trim() === ''}>
            {say('Allow this site')}
          </button>
        </form>
      )}
      <p class="sm dim">
        {say(
          'Your browser will ask you to confirm. For the page in front of you, use the toolbar button.',
        )}
      </p>
      <details>
        <summary>{say('Sites that are often wanted')}</summary>
        <Sites
          sites={view.known}
          allowed={view.allowed}
          choice={wishes.busy ? 'asking' : 'open'}
          allow={(ids) =>
            wishes.run(
              doors.allow(patterns(ids)),
              say('The sites are allowed; their open pages are read now.'),
            )
          }
        />
      </details>
    </>
  );
}
