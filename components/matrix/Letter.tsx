// A ready e-mail text, to copy or to open in the reader's own e-mail program; nothing is sent from here.
import { say } from '../../lib/words/words';
import { CopyButton } from '../shared/CopyButton';
import { english } from '../shared/english';
import type { Context } from './context';
import { mailto, type Letter as Text } from './letters';

interface LetterProps {
  context: Context;
  title: string;
  letter: Text;
}

export function Letter({ context, title, letter }: LetterProps) {
  return (
    <details class="letter">
      <summary>{title}</summary>
      <p class="sm dim">
        {say(
          'A ready text for the editors of the matrix. It opens in your own e-mail program; nothing is sent from here. No address for this is held, so add one: the pages at Findings name it.',
        )}
      </p>
      <p class="sm">
        <b>{say('Subject')}</b> <span {...english()}>{letter.subject}</span>
      </p>
      <p class="text sm" {...english()}>
        {letter.body.trimEnd()}
      </p>
      <p class="row wrap">
        <a class="btn" href={mailto(letter)}>
          {say('Open in e-mail')}
        </a>
        <CopyButton
          label={say('Copy text')}
          text={`${letter.subject}\n\n${letter.body}`}
          copy={context.copy}
        />
      </p>
    </details>
  );
}
