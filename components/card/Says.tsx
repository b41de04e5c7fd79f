// What the evidence says, with "Mixed" or "Thin" as its first word where it is; and a question to ask.
import type { TopicEvidence } from '../../lib/evidence/views';
import { say } from '../../lib/words/words';
import { english } from '../shared/english';
import { OwnLink } from './OwnLink';
import { withoutStatement } from './words';

export function Says({ evidence }: { evidence: TopicEvidence }) {
  const { statement, entries, total } = evidence;
  if (!statement)
    return (
      <div class="says">
        <p>{withoutStatement(entries, total ?? entries.length)}</p>
      </div>
    );
  return (
    <div class="says">
      <h3>{say('What the evidence says')}</h3>
      <p {...english()}>
        {statement.lead && <b>{statement.lead}. </b>}
        {statement.says}
      </p>
    </div>
  );
}

export function Question({ evidence }: { evidence: TopicEvidence }) {
  const question = evidence.statement?.question;
  if (!question) return null;
  const passage = evidence.passages.find((one) => one.id === question.passage);
  return (
    <p class="part">
      <b>{say('A question to ask')}</b> <span {...english()}>{question.text}</span>{' '}
      {passage && (
        <OwnLink path={`/${passage.id}`}>
          {say('Passage: {heading}', { heading: passage.heading })}
        </OwnLink>
      )}
    </p>
  );
}
