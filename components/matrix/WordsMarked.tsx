// The words of a topic that are marked on pages, those that need their context, and those that are left alone.
import type { TopicWords } from '../../lib/evidence/views';
import { counted, say } from '../../lib/words/words';
import { english } from '../shared/english';
import { Sentence } from '../shared/Sentence';

/** So many words are in view; the rest is one click away. */
const IN_VIEW = 12;

export function WordsMarked({ words }: { words: TopicWords }) {
  return (
    <>
      <h2>{say('Words that are marked')}</h2>
      <Words words={words.marked} />
      {words.careful.length > 0 && (
        <>
          <h2>{say('Marked only where the text shows what is meant')}</h2>
          <ul class="aside">
            {words.careful.map(({ words: some, reading, couldBe }) => (
              <li key={`${reading} ${some[0]}`} class="sm">
                <Words words={some} />
                <p class="meta">
                  <Sentence
                    words="Read as: <en>{reading}</en>. Could be: <en>{couldBe}</en>."
                    values={{ reading, couldBe }}
                    parts={{ en: (words) => <span {...english()}>{words}</span> }}
                  />
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
      {words.not.length > 0 && (
        <>
          <h2>{say('Words that are not')}</h2>
          <ul class="aside">
            {words.not.map(({ words: some, reason }) => (
              <li key={`${reason} ${some[0]}`} class="sm">
                <Words words={some} />
                <p class="meta" {...english()}>
                  {reason}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="sm dim">
        {say(
          'Plurals, hyphens and American spellings are found alike; “…” stands for other words between.',
        )}
      </p>
    </>
  );
}

function Words({ words }: { words: readonly string[] }) {
  const rest = words.slice(IN_VIEW);
  return (
    <>
      <p class="sm src" {...english()}>
        {words.slice(0, IN_VIEW).join(', ')}
      </p>
      {rest.length > 0 && (
        <details class="tight">
          <summary class="sm">{counted(rest.length, '{count} more', '{count} more')}</summary>
          <p class="sm src" {...english()}>
            {rest.join(', ')}
          </p>
        </details>
      )}
    </>
  );
}
