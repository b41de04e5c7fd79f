// An example to try: the overlay marks it as it marks any page. Beside it, what the signs mean.
import { useEffect } from 'preact/hooks';

interface TryItProps {
  /** Keys for the next mark; null where none are set. */
  keys: string | null;
  /** Starts the overlay on this page, once the example is there. */
  start(): void;
}

export function TryIt({ keys, start }: TryItProps) {
  useEffect(start, [start]);
  return (
    <>
      <p class="dim">
        Rest the pointer on an underlined word. This is what you will see on a page.
      </p>
      <div class="stage">
        <blockquote>
          <p>
            The provider of this drug and alcohol treatment service will help people make first
            contact with mutual aid groups before discharge. Residential rehab is not within the
            scope of this lot.
          </p>
        </blockquote>
        <dl class="tips sm dim">
          <div>
            <dt>Underlined</dt>
            <dd>A topic with evidence. Dashed: the text rules it out.</dd>
          </div>
          <div>
            <dt>What it says</dt>
            <dd>Two lines first. Mixed or thin evidence is called so.</dd>
          </div>
          <div>
            <dt>Shape and word</dt>
            <dd class="four">
              <span class="f up">
                <span>better</span>
              </span>
              <span class="f mix">
                <span>mixed</span>
              </span>
              <span class="f same">
                <span>no clear difference</span>
              </span>
              <span class="f down">
                <span>worse</span>
              </span>
            </dd>
          </div>
          <div>
            <dt>The small grid</dt>
            <dd>
              Where the topic sits in the matrix: columns from interventions to treatment systems,
              rows from reducing harm to community safety.
            </dd>
          </div>
          <div>
            <dt>Copy with citation</dt>
            <dd>A paragraph for a board paper, in one step.</dd>
          </div>
          <div>
            <dt>By keyboard</dt>
            <dd>
              {keys ? (
                <>
                  <kbd>{keys}</kbd> next mark, <kbd>Esc</kbd> back to the text.
                </>
              ) : (
                'Set keys for the next mark in the browser’s extension shortcuts.'
              )}
            </dd>
          </div>
        </dl>
      </div>
    </>
  );
}
