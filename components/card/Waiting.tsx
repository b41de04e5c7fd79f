// The card before the evidence is there, and where it could not be read.
import type { CardMention } from '../../lib/overlay/model';
import { say } from '../../lib/words/words';
import { useTools } from './context';
import { failureDetails } from './words';

export function Waiting() {
  return (
    <div aria-hidden="true">
      <div class="says">
        <div class="ghost" style={{ width: '88%' }} />
        <div class="ghost" style={{ width: '94%' }} />
        <div class="ghost" style={{ width: '52%' }} />
      </div>
      <div class="part">
        <div class="ghost" style={{ width: '36%' }} />
        <div class="ghost" style={{ width: '72%' }} />
      </div>
    </div>
  );
}

interface FailedProps {
  mention: CardMention;
  reason: string;
  onRetry(): void;
  onSaid(words: string): void;
}

export function Failed({ mention, reason, onRetry, onSaid }: FailedProps) {
  const { copy } = useTools();
  const copyDetails = async () => {
    const copied = await copy(failureDetails(mention, reason, new Date()));
    onSaid(
      copied
        ? say('Details copied.')
        : say('The browser did not allow copying. Reason: {reason}', { reason }),
    );
  };
  return (
    <>
      <div class="says">
        <p>
          <b>{say('The evidence could not be read.')}</b>{' '}
          {say(
            'The store on this computer did not answer. What you have set is safe, and nothing on the page has changed.',
          )}
        </p>
      </div>
      <div class="part">
        <p>
          {say(
            'If it happens again, reload this page: the extension may have been updated while the page was open.',
          )}
        </p>
        <button type="button" class="act" onClick={() => void copyDetails()}>
          {say('Copy details')}
        </button>
      </div>
      <footer class="retry">
        <button type="button" class="btn pri" onClick={onRetry}>
          {say('Try again')}
        </button>
      </footer>
    </>
  );
}
