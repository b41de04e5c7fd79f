// What of each topic, cell, entry, passage and piece of guidance can be found by, and how much each part of it weighs.
import { parseForm } from '../../vocabulary/pattern';
import type { TopicTerms } from '../../vocabulary/schema';
import type { Cell, Entry, Guidance, Passage } from '../model';
import type { SearchDoc } from './model';
import { isCommon } from './words';

const TITLE = 10;
/** The name of a topic or a cell: it is what readers ask for by name. */
const NAME = 20;
const SUMMARY = 3;
const TEXT = 2;

const none = { kind: 'unknown', cells: [], topics: [] } as const;

export function topicDoc(topic: TopicTerms): SearchDoc {
  const { id, label, definition, scope, cells } = topic;
  return {
    ...none,
    type: 'topic',
    id,
    cells,
    fields: [
      [label.en, NAME],
      [label.cy ?? '', NAME],
      [definition, TEXT],
      [scope, 1],
      [formWords(topic), 1],
    ],
  };
}

/** Words of the topic's own forms, each once: beginnings of its other names lead to it too. */
function formWords({ terms }: TopicTerms): string {
  const words = new Set<string>();
  // Misspellings that documents hold are nothing to suggest; slips are forgiven anyway.
  for (const { forms, kind } of terms)
    for (const form of kind === 'hidden' ? [] : forms) {
      const parsed = parseForm(form);
      for (const element of parsed.ok ? parsed.elements : [])
        if (element.kind === 'words')
          for (const way of element.ways)
            for (const word of way) if (!isCommon(word)) words.add(word);
    }
  return [...words].join(' ');
}

/** `name` is what the cell is called on screen, such as “E4 Treatment systems: psychosocial therapies”. */
export function cellDoc(cell: Cell, name: string): SearchDoc {
  return {
    ...none,
    type: 'cell',
    id: cell.id,
    cells: [cell.id],
    fields: [
      [name, NAME],
      [cell.title, TITLE],
      [cell.biteTitle ?? '', TITLE],
      [cell.questions.join(' '), TEXT],
    ],
  };
}

export function entryDoc(entry: Entry): SearchDoc {
  const { id, kind, cells, topics, citation } = entry;
  const findings = entry.findings.map(({ outcome, detail }) => `${outcome} ${detail ?? ''}`);
  return {
    type: 'entry',
    id,
    kind: kind ?? 'unknown',
    cells,
    topics,
    fields: [
      [entry.title, TITLE],
      [citation?.title ?? '', SUMMARY],
      [
        `${entry.year ?? ''} ${entry.nation ?? entry.country ?? ''} ${entry.publisher ?? ''}`,
        SUMMARY,
      ],
      [entry.summary ?? '', SUMMARY],
      [findings.join(' '), TEXT],
      [entry.caution ?? '', TEXT],
      [citation?.authors.join(' ') ?? '', TEXT],
    ],
  };
}

export function passageDoc({ id, cell, heading, topics, paragraphs, more }: Passage): SearchDoc {
  return {
    ...none,
    type: 'passage',
    id,
    cells: [cell],
    topics,
    fields: [
      [heading, TITLE],
      [paragraphs.join(' '), SUMMARY],
      [more.join(' '), TEXT],
    ],
  };
}

export function guidanceDoc(guidance: Guidance): SearchDoc {
  const { id, title, topics, publisher, nation, year, note } = guidance;
  return {
    ...none,
    type: 'guidance',
    id,
    topics,
    fields: [
      [title, TITLE],
      [`${publisher} ${nation} ${year ?? ''}`, SUMMARY],
      [note ?? '', TEXT],
    ],
  };
}
