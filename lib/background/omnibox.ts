// Suggestions in the address bar: the same search as on the matrix page, and opening what was chosen.
import type { Answer } from '../evidence/errors';
import type { SearchAnswer, SearchAsk } from '../evidence/search/model';
import type { OmniboxWork, Suggested } from '../platform/omnibox';
import { say } from '../words/words';

export interface OmniboxRooms {
  search(ask: SearchAsk): Promise<Answer<SearchAnswer>>;
  /** Label of a topic by its id. */
  topicLabel(id: string): Promise<string | null>;
  /** Opens an address of the extension in the tab in front or in a new one. */
  open(path: string, where: 'here' | 'new-tab'): Promise<void>;
}

/** `%s` is where the browser puts what is typed. */
export const hint = () => say('Search the treatment matrix for %s');

const LIMITS = { topic: 2, cell: 0, entry: 4, passage: 1, guidance: 0 };
/** Contents of suggestions begin so; what a person types does not. */
const PLACE = 'matrix:';

export function omniboxWork({ search, topicLabel, open }: OmniboxRooms): OmniboxWork {
  return {
    async suggest(text) {
      if (text.trim() === '') return [];
      const answer = await search({ text, kinds: [], cell: null, limits: LIMITS });
      // Nothing to suggest is no fault: Enter opens the page, which says what is the matter.
      if (!answer.ok || answer.value.state !== 'found') return [];
      const { found, entries, passages } = answer.value;
      const topics = await Promise.all(
        found.groups.topic.ids.map(async (id): Promise<Suggested[]> => {
          const label = await topicLabel(id);
          return label
            ? [
                {
                  content: `${PLACE}topic/${id}`,
                  description: say('Topic: {topic}', { topic: label }),
                },
              ]
            : [];
        }),
      );
      return [
        ...topics.flat(),
        ...entries.map(({ id, title, year }) => ({
          content: PLACE + id,
          description: year === null ? title : `${title} (${year})`,
        })),
        ...passages.map(({ id, heading }) => ({
          content: PLACE + id,
          description: say('Commentary: {heading}', { heading }),
        })),
      ];
    },
    async choose(text, where) {
      const path = text.startsWith(PLACE)
        ? text.slice(PLACE.length)
        : `search?q=${encodeURIComponent(text.toWellFormed())}`;
      await open(`/matrix.html#/${path}`, where);
    },
  };
}
