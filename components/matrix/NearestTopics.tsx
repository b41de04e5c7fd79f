// Topics nearest to words that were selected on a page, where the words themselves are found nowhere.
import { useEffect, useState } from 'preact/hooks';
import { say } from '../../lib/words/words';
import { english } from '../shared/english';
import type { Context } from './context';
import { lookedAt } from './looked';
import { hrefTo } from './route';

interface NearestTopicsProps {
  context: Context;
  ticket: string;
}

export function NearestTopics({ context, ticket }: NearestTopicsProps) {
  const [ids, setIds] = useState<readonly string[]>([]);
  useEffect(() => {
    let current = true;
    void lookedAt(ticket)
      ?.nearest()
      .then((found) => current && setIds(found));
    return () => {
      current = false;
    };
  }, [ticket]);
  const topics = ids.flatMap((id) => context.frame.topics.find((topic) => topic.id === id) ?? []);
  if (topics.length === 0) return null;
  return (
    <>
      <h2>{say('Nearest topics')}</h2>
      <ul class="plainlist" {...english()}>
        {topics.map(({ id, label }) => (
          <li key={id}>
            <a data-hit href={hrefTo(`topic/${id}`, context.from)}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
