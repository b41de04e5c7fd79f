// About: versions, privacy in ten plain lines, licence, shortcuts.
import { useEffect, useState } from 'preact/hooks';
import { counted, say } from '../../../lib/words/words';
import { longDate } from '../../shared/words';
import type { Got } from '../evidence/doors';
import { Keys } from '../wishes/CardsPage';
import type { AboutDoors, AboutView } from './doors';

export function AboutPage({ doors }: { doors: AboutDoors }) {
  const [view, setView] = useState<Got<AboutView> | null>(null);
  useEffect(() => {
    void doors.about().then(setView);
  }, [doors]);
  return (
    <section>
      <h2 tabIndex={-1}>{say('About and privacy')}</h2>
      {view && !view.ok && <p role="alert">{view.reason}</p>}
      {view?.ok && <Versions view={view.value} />}
      <h3>{say('Privacy')}</h3>
      <ol class="list privacy">
        {privacy().map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <Keys doors={doors} />
      <h3>{say('Licence')}</h3>
      <p>
        {say(
          'The program is under the MIT licence. The treatment matrices are by Drug and Alcohol Findings; facts are taken from them, and summarised here in other words. Evidence informs a decision; it does not make one.',
        )}
      </p>
    </section>
  );
}

function Versions({ view }: { view: AboutView }) {
  const { version, evidence, topics } = view;
  return (
    <dl class="dl">
      <dt>{say('Extension')}</dt>
      <dd>Evidence Overlay {version}</dd>
      <dt>{say('Evidence')}</dt>
      <dd>
        {evidence.title}, {evidence.version} ·{' '}
        {say('put together on {day}', { day: longDate(evidence.revised) })}
      </dd>
      <dt>{say('Topics')}</dt>
      <dd>{counted(topics, '{count} topic with its words', '{count} topics with their words')}</dd>
    </dl>
  );
}

function privacy(): string[] {
  return [
    say('Nothing that you read, mark or copy leaves this computer.'),
    say('There is no account, no server of ours and no counting of use.'),
    say('Pages are read in your browser, and only on sites that you allowed or when you ask.'),
    say('The text of pages is not kept: it is gone when the page is closed.'),
    say('Forms and what you type into them are left alone.'),
    say('Words that you turned off are kept with the site’s name, so that they stay off.'),
    say('When you copy a reference, the entry’s name is kept, so that you hear of changes to it.'),
    say(
      'Evidence is fetched only from addresses that you added, without cookies and without saying who asks.',
    ),
    say(
      'Documents are opened, and files fetched for reading here, only when you click, each from its own site.',
    ),
    say('You can save or delete everything that is kept, under “Your data”.'),
  ];
}
