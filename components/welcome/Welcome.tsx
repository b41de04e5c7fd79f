// First run: what the extension does, where it may read, and that it is ready. Meant to take half a minute.
import type { ComponentChildren } from 'preact';
import type { Language } from '../../lib/settings/schema';
import type { Site } from '../../lib/sites/schema';
import { counted, say } from '../../lib/words/words';
import { Emblem } from '../shared/Emblem';
import { Sentence } from '../shared/Sentence';
import type { Choice, Evidence } from './model';
import { Sites } from './Sites';

const NAME = 'Evidence Overlay';
/** Of the languages, each in itself. */
const LANGUAGES: Readonly<Record<Language, string>> = { en: 'English', cy: 'Cymraeg' };

export interface WelcomeProps {
  sites: readonly Site[];
  /** Ids of the sites that the browser has allowed. */
  allowed: readonly string[];
  evidence: Evidence;
  choice: Choice;
  /** Asks the browser for these sites; must be called straight from the click. */
  allow(ids: readonly string[]): void;
  none(): void;
  tryAgain(): void;
  /** In which the page speaks, BCP 47. */
  language: string;
  chooseLanguage(language: Language): void;
  /** The example on which marks and the card can be tried. */
  children: ComponentChildren;
}

export function Welcome(props: WelcomeProps) {
  const { sites, allowed, choice, children } = props;
  return (
    <main class="page">
      <div class="brand">
        <Emblem matrix="drug" lit={['drug/A4', 'drug/E4']} main="drug/E4" />
        <div>
          <h1>{NAME}</h1>
          <p class="lead">
            {say(
              'Marks treatment topics on tender and commissioning pages, and shows what the evidence says about each. Nothing leaves this computer.',
            )}
          </p>
          <LanguageChoice language={props.language} choose={props.chooseLanguage} />
        </div>
      </div>

      <section aria-labelledby="try">
        <h2 id="try">{say('1. Try it')}</h2>
        {children}
      </section>

      <section aria-labelledby="choose">
        <h2 id="choose">{say('2. Choose where it may read')}</h2>
        <p class="dim">
          <Sentence
            words="Pages about other things stay untouched. You can change this at any time in the <a>settings</a>."
            parts={{ a: (words) => <a href="/settings.html#/sites">{words}</a> }}
          />
        </p>
        <Sites
          sites={sites}
          allowed={allowed}
          choice={choice}
          allow={props.allow}
          none={props.none}
        />
      </section>

      <Stays />

      <section aria-labelledby="done">
        <h2 id="done">{say('3. Ready')}</h2>
        <div role="status">
          <SitesSaid choice={choice} allowed={allowed.length} />
          <EvidenceSaid evidence={props.evidence} tryAgain={props.tryAgain} />
        </div>
        <ul class="facts sm">
          <li>
            <b>{say('Want to look round first?')}</b>
            <br />
            <a href="/matrix.html">{say('Open the treatment matrix')}</a>
          </li>
          <li>
            <b>{say('On any other page')}</b>
            <br />
            {say('Click the toolbar button, then “Only this once”.')}
          </li>
        </ul>
      </section>
    </main>
  );
}

/** What “nothing leaves this computer” means, in the words of somebody who has to answer for it. */
function Stays() {
  return (
    <details class="stays">
      <summary>{say('What “nothing leaves this computer” means')}</summary>
      <ul>
        <li>{say('Pages are read in your browser and forgotten when you close them.')}</li>
        <li>{say('The evidence is held on this computer; looking something up asks nobody.')}</li>
        <li>
          {say(
            'There is no account, no server of ours and no counting of use. Forms are left alone.',
          )}
        </li>
        <li>{say('Links to documents open only when you click them, as links on any page do.')}</li>
      </ul>
    </details>
  );
}

interface LanguageChoiceProps {
  language: string;
  choose(language: Language): void;
}

function LanguageChoice({ language, choose }: LanguageChoiceProps) {
  const other: Language = language === 'cy' ? 'en' : 'cy';
  return (
    <button type="button" class="act" lang={other} onClick={() => choose(other)}>
      {LANGUAGES[other]}
    </button>
  );
}

function SitesSaid({ choice, allowed }: { choice: Choice; allowed: number }) {
  const held =
    allowed > 0
      ? counted(allowed, '{count} site allowed.', '{count} sites allowed.')
      : say('No site allowed yet.');
  const words: Record<Choice, readonly string[]> = {
    open: [held],
    asking: [say('Your browser is asking you to confirm.')],
    declined: [
      say('The browser was not given leave for those sites, and nothing else changed.'),
      held,
      say('The toolbar button still marks any page once.'),
    ],
    none: [held, say('The toolbar button marks any page once, when you click it.')],
    allowed: [held, say('Pages of theirs that are open are being read now.')],
  };
  return <p>{words[choice].join(' ')}</p>;
}

function EvidenceSaid({ evidence, tryAgain }: { evidence: Evidence; tryAgain(): void }) {
  switch (evidence.is) {
    case 'opening':
      return <p>{say('The evidence is being put in place…')}</p>;
    case 'ready':
      return (
        <p>
          {counted(
            evidence.entries,
            'The evidence, {count} entry, is on this computer and works offline.',
            'The evidence, {count} entries, is on this computer and works offline.',
          )}
        </p>
      );
    case 'failed':
      return (
        <p>
          {say('The evidence could not be put in place: {reason} Nothing is marked until it is.', {
            reason: evidence.reason,
          })}{' '}
          <button type="button" class="btn" onClick={tryAgain}>
            {say('Try again')}
          </button>
        </p>
      );
  }
}
