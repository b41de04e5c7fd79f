// An example to try: the overlay marks it as it marks any page. Beside it, what the signs mean.
import { useEffect } from 'preact/hooks';
import { say } from '../../lib/words/words';
import { english } from '../shared/english';
import { Sentence } from '../shared/Sentence';

interface TryItProps {
  /** Keys for the next mark; null where none are set. */
  keys: string | null;
  /** Starts the overlay on this page, once the example is there. */
  start(): void;
}

/** In the language of the words that are marked, whatever the page speaks. */
const EXAMPLE =
  'The provider of this drug and alcohol treatment service will help people make first contact with mutual aid groups before discharge. Residential rehab is not within the scope of this lot.';

export function TryIt({ keys, start }: TryItProps) {
  useEffect(start, [start]);
  return (
    <>
      <p class="dim">
        {say('Rest the pointer on an underlined word. This is what you will see on a page.')}
      </p>
      <div class="stage">
        <blockquote {...english()}>
          <p>{EXAMPLE}</p>
        </blockquote>
        <dl class="tips sm dim">
          <div>
            <dt>{say('Underlined')}</dt>
            <dd>{say('A topic with evidence. Dashed: the text rules it out.')}</dd>
          </div>
          <div>
            <dt>{say('What it says')}</dt>
            <dd>{say('Two lines first. Mixed or thin evidence is called so.')}</dd>
          </div>
          <div>
            <dt>{say('Shape and word')}</dt>
            <dd class="four">
              <span class="f up">
                <span>{say('better')}</span>
              </span>
              <span class="f mix">
                <span>{say('mixed')}</span>
              </span>
              <span class="f same">
                <span>{say('no clear difference')}</span>
              </span>
              <span class="f down">
                <span>{say('worse')}</span>
              </span>
            </dd>
          </div>
          <div>
            <dt>{say('The small grid')}</dt>
            <dd>
              {say(
                'Where the topic sits in the matrix: columns from interventions to treatment systems, rows from reducing harm to community safety.',
              )}
            </dd>
          </div>
          <div>
            <dt>{say('Copy with citation')}</dt>
            <dd>{say('A paragraph for a board paper, in one step.')}</dd>
          </div>
          <div>
            <dt>{say('By keyboard')}</dt>
            <dd>
              {keys ? (
                <Sentence
                  words="<key>{keys}</key> next mark, <key>Esc</key> back to the text."
                  values={{ keys }}
                  parts={{ key: (key) => <kbd>{key}</kbd> }}
                />
              ) : (
                say('Set keys for the next mark in the browser’s extension shortcuts.')
              )}
            </dd>
          </div>
        </dl>
      </div>
    </>
  );
}
