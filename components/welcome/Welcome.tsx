// First run: what the extension does, where it may read, and that it is ready. Meant to take half a minute.
import type { ComponentChildren } from 'preact';
import type { Language } from '../../lib/settings/schema';
import type { Site } from '../../lib/sites/schema';
import { say } from '../../lib/words/words';
import { Emblem } from '../shared/Emblem';
import { count } from '../shared/words';
import type { Choice, Evidence } from './model';
import { Sites } from './Sites';

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
          <h1>Evidence Overlay</h1>
          <p class="lead">
            Marks treatment topics on tender and commissioning pages, and shows what the evidence
            says about each. Nothing leaves this computer.
          </p>
          <LanguageChoice language={props.language} choose={props.chooseLanguage} />
        </div>
      </div>

      <section aria-labelledby="try">
        <h2 id="try">1. Try it</h2>
        {children}
      </section>

      <section aria-labelledby="choose">
        <h2 id="choose">2. Choose where it may read</h2>
        <p class="dim">
          {say('Pages about other things stay untouched. You can change this at any time in the')}{' '}
          <a href="/settings.html#/sites">{say('settings')}</a>.
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
        <h2 id="done">3. Ready</h2>
        <div role="status">
          <SitesSaid choice={choice} allowed={allowed.length} />
          <EvidenceSaid evidence={props.evidence} tryAgain={props.tryAgain} />
        </div>
        <ul class="facts sm">
          <li>
            <b>Want to look round first?</b>
            <br />
            <a href="/matrix.html">Open the treatment matrix</a>
          </li>
          <li>
            <b>On any other page</b>
            <br />
            Click the toolbar button, then “Only this once”.
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
  const isWelsh = language === 'cy';
  return (
    <button
      type="button"
      class="act"
      lang={isWelsh ? 'en' : 'cy'}
      onClick={() => choose(isWelsh ? 'en' : 'cy')}
    >
      {isWelsh ? 'English' : 'Cymraeg'}
    </button>
  );
}

function SitesSaid({ choice, allowed }: { choice: Choice; allowed: number }) {
  const held = allowed > 0 ? `${count(allowed, 'site', 'sites')} allowed.` : 'No site allowed yet.';
  const words: Record<Choice, string> = {
    open: held,
    asking: 'Your browser is asking you to confirm.',
    declined: `The browser was not given leave for those sites, and nothing else changed. ${held} The toolbar button still marks any page once.`,
    none: `${held} The toolbar button marks any page once, when you click it.`,
    allowed: `${held} Pages of theirs that are open are being read now.`,
  };
  return <p>{words[choice]}</p>;
}

function EvidenceSaid({ evidence, tryAgain }: { evidence: Evidence; tryAgain(): void }) {
  switch (evidence.is) {
    case 'opening':
      return <p>The evidence is being put in place…</p>;
    case 'ready':
      return (
        <p>
          The evidence, {count(evidence.entries, 'entry', 'entries')}, is on this computer and works
          offline.
        </p>
      );
    case 'failed':
      return (
        <p>
          The evidence could not be put in place: {evidence.reason} Nothing is marked until it is.{' '}
          <button type="button" class="btn" onClick={tryAgain}>
            Try again
          </button>
        </p>
      );
  }
}
