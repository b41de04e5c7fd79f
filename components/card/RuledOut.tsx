// Said first where the page rules the topic out: its own sentence, and whether it includes the topic elsewhere.
import type { CardMention } from '../../lib/overlay/model';
import { counted, say } from '../../lib/words/words';

interface RuledOutProps {
  mention: CardMention;
  onElsewhere(): void;
}

export function RuledOut({ mention, onElsewhere }: RuledOutProps) {
  const { sentence, words, elsewhere } = mention;
  return (
    <div class="ruled">
      <p class="sm">
        <b>{say('Ruled out here')}</b>
      </p>
      <p class="src">
        “{sentence.before}
        <span class="m x">{words}</span>
        {sentence.after}”
      </p>
      <p class="sm dim">
        {elsewhere === 0 ? (
          say('Not included anywhere else on this page.')
        ) : (
          <>
            {say('Included elsewhere on this page:')}{' '}
            <button type="button" class="inline" onClick={onElsewhere}>
              {counted(elsewhere, '{count} mention', '{count} mentions')}
            </button>
          </>
        )}
      </p>
    </div>
  );
}
