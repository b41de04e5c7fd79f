// Keeps the welcome page in step with what the browser and the database say.
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Language } from '../../lib/settings/schema';
import type { Site } from '../../lib/sites/schema';
import { language, say } from '../../lib/words/words';
import type { Choice, Evidence } from './model';
import { TryIt } from './TryIt';
import { Welcome } from './Welcome';

/** What the welcome page needs from outside. */
export interface WelcomeDoors {
  readonly sites: readonly Site[];
  allowed(): Promise<string[]>;
  /** Must be called straight from the click. */
  request(ids: readonly string[]): Promise<boolean>;
  evidence(): Promise<{ ok: true; value: number } | { ok: false; reason: string }>;
  keys(): Promise<string | null>;
  /** The page is drawn again in it. */
  chooseLanguage(language: Language): void;
  /** Starts the overlay on the welcome page itself. */
  startTrying(): void;
}

export function WelcomeApp({ doors }: { doors: WelcomeDoors }) {
  const [allowed, setAllowed] = useState<readonly string[]>([]);
  const [evidence, setEvidence] = useState<Evidence>({ is: 'opening' });
  const [choice, setChoice] = useState<Choice>('open');
  const [keys, setKeys] = useState<string | null>(null);

  const open = useCallback(() => {
    setEvidence({ is: 'opening' });
    void doors.evidence().then((got) => {
      setEvidence(
        got.ok ? { is: 'ready', entries: got.value } : { is: 'failed', reason: got.reason },
      );
    });
  }, [doors]);

  useEffect(() => {
    document.title = say('Welcome to Evidence Overlay');
    open();
    void doors.allowed().then(setAllowed);
    void doors.keys().then(setKeys);
  }, [doors, open]);

  const allow = (ids: readonly string[]) => {
    const asked = doors.request(ids);
    setChoice('asking');
    void asked.then(async (granted) => {
      setAllowed(await doors.allowed());
      setChoice(granted ? 'allowed' : 'declined');
    });
  };

  const ready = evidence.is === 'ready';

  return (
    <Welcome
      sites={doors.sites}
      allowed={allowed}
      evidence={evidence}
      choice={choice}
      allow={allow}
      none={() => setChoice('none')}
      tryAgain={open}
      language={language()}
      chooseLanguage={doors.chooseLanguage}
    >
      {ready && <TryIt keys={keys} start={doors.startTrying} />}
    </Welcome>
  );
}
