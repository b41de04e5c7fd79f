// "Why is this marked?": the words, how they were read, what decided it, and what else they could have meant.
import type { CardMention } from '../../lib/overlay/model';

export function Why({ mention }: { mention: CardMention }) {
  const { why, words, topic, cites } = mention;
  const rows: [string, string][] = [['Words', `“${words}”`]];
  if (why?.reading) rows.push(['Reading', why.reading]);
  if (why && !isPattern(why.term) && oneCase(why.term) !== oneCase(words))
    rows.push(['Term', why.term]);
  if (why && why.decidedBy.length > 0) rows.push(['Decided by', why.decidedBy.join('; ')]);
  if (why?.couldBe) rows.push(['Could be', why.couldBe]);
  if (cites)
    rows.push(['Marked as', `a reference to a document of the matrices on ${topic.label}`]);
  return (
    <dl class="why">
      {rows.map(([name, what]) => (
        <>
          <dt>{name}</dt>
          <dd class={name === 'Words' ? 'src' : ''}>{what}</dd>
        </>
      ))}
    </dl>
  );
}

/** A form with slots or gaps is for the people who keep the terms; it tells a reader nothing. */
const isPattern = (term: string): boolean => /[[\]~?]/.test(term);

const oneCase = (text: string): string => text.toLowerCase().replace(/[\s-]+/g, ' ');
