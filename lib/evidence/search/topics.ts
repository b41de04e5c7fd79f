// Which topics a query words, by the very terms that are marked on pages: the synonyms of the search.
import { readWords, Words } from '../../text/words';
import { FORM_STATE } from '../../vocabulary/automaton';
import { compile } from '../../vocabulary/compile';
import type { Vocabulary } from '../../vocabulary/schema';
import { createWalker } from '../../vocabulary/walker';
import type { TopicSpan, TopicsIn } from './search';

/** Compiles the vocabulary (some tens of milliseconds). Senses are not judged: who searches for "rehab" means it. */
export function topicsByWording(vocabulary: Vocabulary): TopicsIn {
  const matcher = compile(vocabulary);
  const words = new Words();
  let spans: TopicSpan[] = [];
  const { automaton } = matcher;
  const walk = createWalker(automaton, words, matcher.listRole);
  const terms = automaton.root(FORM_STATE);
  const addSpan = (end: number, first: number, next: number) => {
    const topic = matcher.topics[matcher.term(end)?.topic ?? -1];
    if (topic)
      spans.push({
        topic: topic.id,
        start: words.start[first] ?? 0,
        end: words.end[next - 1] ?? 0,
      });
  };
  return (text) => {
    spans = [];
    readWords(text, matcher.words, words);
    walk(terms, false, addSpan);
    return spans.filter((span) => !spans.some((other) => holds(other, span)));
  };
}

/** Longer words mean something of their own: "peer mentor training" is not about peer mentors alone. */
function holds(outer: TopicSpan, inner: TopicSpan): boolean {
  const longer = outer.end - outer.start > inner.end - inner.start;
  return longer && outer.start <= inner.start && outer.end >= inner.end;
}
