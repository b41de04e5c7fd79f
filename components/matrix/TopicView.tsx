// One topic: what the evidence says first, then the entries, best first, and what is newer.
import type { TopicEvidence, TopicWords } from '../../lib/evidence/views';
import { counted, say } from '../../lib/words/words';
import { EntryLine } from '../shared/Entry';
import { english } from '../shared/english';
import { cellPlace, longDate } from '../shared/words';
import type { Context } from './context';
import { FromWhere, fromWords } from './FromWhere';
import { GuidanceList, PassageList, TopicLinks } from './lists';
import { searchHref } from './route';
import { WordsMarked } from './WordsMarked';

interface TopicViewProps {
  context: Context;
  view: TopicEvidence;
  words: TopicWords | null;
}

export function TopicView({ context, view, words }: TopicViewProps) {
  const { topic, statement, entries, passages, guidance, revised } = view;
  const question = statement?.question;
  const total = view.total ?? entries.length;
  return (
    <>
      <div class="head">
        <p class="sm dim">{say('Topic')}</p>
        <h1 tabIndex={-1} {...english()}>
          {topic.label}
        </h1>
        <p class="dim" {...english()}>
          {topic.definition}
        </p>
        <FromWhere context={context} row={topic} />
      </div>
      <div class="col">
        <h2>{say('What the evidence says')}</h2>
        {statement ? (
          <p>
            <span {...english()}>
              {statement.lead && <b>{statement.lead}. </b>}
              {statement.says}
            </span>
            {statement.from && <> {fromWords(context, statement)}</>}
          </p>
        ) : (
          <p class="dim">{say('No summary of the evidence on this topic has been written yet.')}</p>
        )}
        {question && (
          <p class="ask">
            <b>{say('Ask')}</b>{' '}
            {question.passage ? (
              <a href={context.href(question.passage)} {...english()}>
                {question.text}
              </a>
            ) : (
              <span {...english()}>{question.text}</span>
            )}
          </p>
        )}
        {entries.length > 0 ? (
          <>
            <h2>{counted(total, '{count} entry', '{count} entries')}</h2>
            <ul class="entries">
              {entries.map((entry) => (
                <EntryLine
                  key={entry.id}
                  entry={entry}
                  href={context.href(entry.id)}
                  also={entry.cells.map(cellPlace).join(', ')}
                >
                  <FromWhere context={context} row={entry} />
                </EntryLine>
              ))}
            </ul>
            {total > entries.length && (
              <p class="sm">
                {counted(
                  entries.length,
                  'The first {count} are shown.',
                  'The first {count} are shown.',
                )}{' '}
                <a href={searchHref({ text: topic.label }, context.from)}>{say('Find them all')}</a>
              </p>
            )}
          </>
        ) : (
          <p>
            {say(
              'No entries on this topic are held. That says nothing about whether it works: the matrix may not cover it, or its list was not seen.',
            )}
          </p>
        )}
        <h2>{say('What is counted')}</h2>
        <p class="sm" {...english()}>
          {topic.scope}
        </p>
        {words && <WordsMarked words={words} />}
      </div>
      <div class="col">
        {passages.length > 0 && (
          <>
            <h2>{say('Commentary')}</h2>
            <PassageList context={context} passages={passages} />
          </>
        )}
        {guidance.length > 0 && (
          <>
            <h2>{say('Newer guidance')}</h2>
            <GuidanceList context={context} guidance={guidance} />
          </>
        )}
        {topic.related.length > 0 && (
          <>
            <h2>{say('Near it')}</h2>
            <TopicLinks context={context} topics={topic.related} />
          </>
        )}
        {revised && (
          <p class="sm dim">{say('Main cell revised {day}.', { day: longDate(revised) })}</p>
        )}
      </div>
    </>
  );
}
