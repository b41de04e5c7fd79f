// "Why is this marked?": the words, how they were read, what decided it, and what else they could have meant.
import type { CardMention } from '../../lib/overlay/model';
import { say } from '../../lib/words/words';
import { english } from '../shared/english';

export function Why({ mention }: { mention: CardMention }) {
  const { why, words, topic, cites } = mention;
  // Readings are written with the terms, in English; one that the document itself defines is worded by us.
  const written = why?.couldBe ? english() : {};
  const rows: [string, string, { class?: string; lang?: 'en' }?][] = [
    [say('Words'), `“${words}”`, { class: 'src' }],
  ];
  if (why?.reading) rows.push([say('Reading'), why.reading, written]);
  if (why && !isPattern(why.term) && oneCase(why.term) !== oneCase(words))
    rows.push([say('Term'), why.term]);
  if (why && why.decidedBy.length > 0) rows.push([say('Decided by'), why.decidedBy.join('; ')]);
  if (why?.couldBe) rows.push([say('Could be'), why.couldBe, written]);
  if (cites)
    rows.push([
      say('Marked as'),
      say('a reference to a document of the matrices on {topic}', { topic: topic.label }),
    ]);
  return (
    <dl class="why">
      {rows.map(([name, what, more]) => (
        <>
          <dt>{name}</dt>
          <dd {...more}>{what}</dd>
        </>
      ))}
    </dl>
  );
}

/** A form with slots or gaps is for the people who keep the terms; it tells a reader nothing. */
const isPattern = (term: string): boolean => /[[\]~?]/.test(term);

const oneCase = (text: string): string => text.toLowerCase().replace(/[\s-]+/g, ' ');
