// Checks the vocabulary where it enters: every form, slot, sense and topic id, named by file where it does not fit.
import type * as z from 'zod/mini';
import { say } from '../words/words';
import { parseForm } from './pattern';
import {
  type Condition,
  type Sense,
  TopicTerms as TopicShape,
  type TopicTerms,
  type Vocabulary,
  WordClasses,
} from './schema';

export interface VocabularyJson {
  readonly classes: unknown;
  readonly topics: readonly { readonly file: string; readonly json: unknown }[];
}

export interface VocabularyProblem {
  readonly file: string;
  readonly form?: string;
  readonly reason: string;
}

export type LoadedVocabulary =
  | { ok: true; vocabulary: Vocabulary }
  | { ok: false; problems: VocabularyProblem[] };

const CLASSES_FILE = 'classes.json';
/** Stands for every topic in a condition. */
const ANY = '*';

/** Checks parsed JSON. Either the whole vocabulary, or every problem found; nothing is let in part. */
export function loadVocabulary(json: VocabularyJson): LoadedVocabulary {
  const problems: VocabularyProblem[] = [];
  const classes = WordClasses.safeParse(json.classes);
  if (!classes.success) problems.push(...shapeProblems(CLASSES_FILE, classes.error));
  const topics: { file: string; topic: TopicTerms }[] = [];
  for (const { file, json: raw } of json.topics) {
    const topic = TopicShape.safeParse(raw);
    if (topic.success) topics.push({ file, topic: topic.data });
    else problems.push(...shapeProblems(file, topic.error));
  }
  if (!classes.success) return { ok: false, problems };
  const check = new Check(classes.data, topics, problems);
  check.classes();
  for (const entry of topics) check.topic(entry.file, entry.topic);
  check.sharedForms();
  if (problems.length > 0) return { ok: false, problems };
  const ids = topics.map(({ topic }) => topic.id);
  return {
    ok: true,
    vocabulary: {
      classes: classes.data,
      topics: topics.map(({ topic }) => spelledOut(topic, ids)),
    },
  };
}

/** Puts every topic where a condition asks for any. */
function spelledOut(topic: TopicTerms, ids: readonly string[]): TopicTerms {
  const all = (c: Condition): Condition =>
    c.topics?.includes(ANY) ? { ...c, topics: [...ids] } : c;
  const senses = Object.entries(topic.senses).map(([name, sense]) => {
    const spelled: Sense = { ...sense };
    for (const part of ['needs', 'all', 'not'] as const)
      if (sense[part]) spelled[part] = sense[part].map(all);
    return [name, spelled] as const;
  });
  return { ...topic, senses: Object.fromEntries(senses) };
}

function shapeProblems(file: string, error: z.core.$ZodError): VocabularyProblem[] {
  return error.issues.map((issue) => ({
    file,
    reason: `${issue.path.join('.') || say('the file')}: ${issue.message}`,
  }));
}

class Check {
  private readonly ids = new Map<string, string>();

  constructor(
    private readonly known: WordClasses,
    private readonly topics: readonly { file: string; topic: TopicTerms }[],
    private readonly problems: VocabularyProblem[],
  ) {
    for (const { file, topic } of topics) {
      const other = this.ids.get(topic.id);
      if (other !== undefined)
        problems.push({
          file,
          reason: say('the topic “{topic}” is already in {file}', { topic: topic.id, file: other }),
        });
      else this.ids.set(topic.id, file);
    }
  }

  classes(): void {
    for (const [name, members] of Object.entries(this.known))
      for (const form of members) {
        const parsed = parseForm(form);
        if (!parsed.ok)
          this.problem(
            CLASSES_FILE,
            form,
            say('in class “{name}”: {reason}', { name, reason: parsed.reason }),
          );
        else if (parsed.elements.some((element) => element.kind === 'class'))
          this.problem(
            CLASSES_FILE,
            form,
            say('in class “{name}”: a member may hold no slot', { name }),
          );
      }
  }

  topic(file: string, topic: TopicTerms): void {
    for (const group of topic.terms) {
      for (const form of group.forms) this.form(file, form);
      if (group.sense !== undefined && !Object.hasOwn(topic.senses, group.sense))
        this.problem(
          file,
          group.forms[0],
          say('no sense is called “{name}”', { name: group.sense }),
        );
    }
    for (const group of topic.not) for (const form of group.forms) this.form(file, form);
    for (const [name, sense] of Object.entries(topic.senses)) {
      const conditions = [...(sense.needs ?? []), ...(sense.all ?? []), ...(sense.not ?? [])];
      if (conditions.length === 0)
        this.problems.push({
          file,
          reason: say('the sense “{name}” states no condition', { name }),
        });
      for (const condition of conditions) this.condition(file, name, condition);
    }
    for (const id of [...topic.broader, ...topic.related])
      if (!this.ids.has(id))
        this.problems.push({ file, reason: say('no topic is called “{id}”', { id }) });
  }

  private condition(file: string, name: string, condition: Condition): void {
    for (const form of condition.words ?? []) this.form(file, form);
    for (const id of condition.topics ?? [])
      if (id !== ANY && !this.ids.has(id))
        this.problems.push({
          file,
          reason: say('the sense “{name}” asks for an unknown topic “{id}”', { name, id }),
        });
    if ((condition.words ?? []).length + (condition.topics ?? []).length === 0)
      this.problems.push({
        file,
        reason: say('a condition of the sense “{name}” names neither words nor topics', { name }),
      });
  }

  private form(file: string, form: string): void {
    const parsed = parseForm(form);
    if (!parsed.ok) {
      this.problem(file, form, parsed.reason);
      return;
    }
    for (const element of parsed.elements)
      if (element.kind === 'class' && !Object.hasOwn(this.known, element.name))
        this.problem(file, form, say('no class is called “{name}”', { name: element.name }));
  }

  /** The same form for two topics is told apart by nothing unless one of them has a sense. */
  sharedForms(): void {
    const seen = new Map<string, { file: string; topic: string; sense: boolean }[]>();
    for (const { file, topic } of this.topics)
      for (const group of topic.terms)
        for (const form of group.forms) {
          const key = `${group.case ?? 'any'} ${canonical(form)}`;
          const others = seen.get(key) ?? [];
          const sense = group.sense !== undefined;
          for (const other of others)
            if (other.topic !== topic.id && !other.sense && !sense)
              this.problem(
                file,
                form,
                say('{file} has the same form, and neither has a sense', { file: other.file }),
              );
          others.push({ file, topic: topic.id, sense });
          seen.set(key, others);
        }
  }

  private problem(file: string, form: string | undefined, reason: string): void {
    this.problems.push(form === undefined ? { file, reason } : { file, form, reason });
  }
}

/** Spelling of a form by which two forms are the same. */
function canonical(form: string): string {
  const parsed = parseForm(form);
  return parsed.ok ? JSON.stringify(parsed.elements) : form;
}
