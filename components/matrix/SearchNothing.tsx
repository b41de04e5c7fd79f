// Nothing was found: what may have been meant, what the filters keep out, and where else to look.
import type { Found } from '../../lib/evidence/search/model';
import { say } from '../../lib/words/words';
import { english } from '../shared/english';
import { Sentence } from '../shared/Sentence';
import type { Context } from './context';
import { NearestTopics } from './NearestTopics';
import { type Asked, searchHref } from './route';

interface NothingProps {
  context: Context;
  ask: Asked;
  found: Found;
}

export function Nothing({ context, ask, found }: NothingProps) {
  const filtered = ask.kinds.length > 0 || ask.cell !== null;
  const site = siteOf(context);
  return (
    <div class="nothing">
      {ask.look && <NearestTopics context={context} ticket={ask.look} />}
      {found.meant && (
        <p>
          <Sentence
            words="Did you mean <a>{meant}</a>?"
            values={{ meant: found.meant }}
            parts={{
              a: (meant) => (
                <a data-hit href={searchHref({ ...ask, text: meant }, context.from)} {...english()}>
                  {meant}
                </a>
              ),
            }}
          />
        </p>
      )}
      {filtered && (
        <p>
          {say('The filters may keep it out.')}{' '}
          <a href={searchHref({ text: ask.text, look: ask.look }, context.from)}>
            {say('Search without filters')}
          </a>
        </p>
      )}
      <p class="sm dim">
        {say(
          'Only what is held on this computer is searched: titles, summaries, topics and passages. That nothing is found says nothing about whether there is evidence.',
        )}
      </p>
      {site && (
        <p>
          <a href={site}>{say('Look at Findings instead')}</a>{' '}
          <span class="sm dim">{say('(opens its home page)')}</span>
        </p>
      )}
    </div>
  );
}

/** The home page of the site that the matrices come from, as their own addresses name it. */
function siteOf({ frame }: Context): string | null {
  const url = frame.map.matrices[0]?.url;
  return url ? `${new URL(url).origin}/` : null;
}
