// Where something on the card is from, where that is not the evidence that came with the extension alone.
import type { SourceNames, TopicHead } from '../../lib/evidence/views';
import { say } from '../../lib/words/words';

interface AddedWordsProps {
  topic: TopicHead;
  sources: SourceNames | undefined;
}

interface FromSourceProps {
  row: {
    readonly from?: string | undefined;
    readonly filled?: { readonly from: string } | undefined;
  };
  sources: SourceNames | undefined;
}

/** A topic that organisations added words to: any of its marks may be on one of those. */
export function AddedWords({ topic, sources = {} }: AddedWordsProps) {
  const titles = (topic.addedBy ?? []).map((id) => `“${sources[id]?.title ?? id}”`);
  if (titles.length === 0) return null;
  return (
    <span class="fromsource">
      {say('Marked with words from {sources} as well', { sources: titles.join(', ') })}
    </span>
  );
}

export function FromSource({ row, sources = {} }: FromSourceProps) {
  const id = row.from ?? row.filled?.from;
  if (id === undefined) return null;
  const source = Object.hasOwn(sources, id) ? sources[id] : undefined;
  const values = { source: source?.title ?? id };
  // What a reader brought in themselves is called what they know it by, not by the name of its file.
  const own = source?.role !== 'organisation';
  return (
    <span class="fromsource">
      {row.from === undefined
        ? own
          ? say('Partly from your copy of the cell')
          : say('Partly from “{source}”', values)
        : own
          ? say('From your copy of the cell')
          : say('From “{source}”', values)}
    </span>
  );
}
