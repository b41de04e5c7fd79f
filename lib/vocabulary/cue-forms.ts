// The cue words that ship with the detector, as forms to be found in the same scan as the terms.
import cues from '../../data/cues.json';
import relevance from '../../data/relevance.json';

/** Forms that are found but name no topic; `classes` are for their slots only. */
export interface CueForms {
  readonly classes: Readonly<Record<string, readonly string[]>>;
  readonly forms: readonly string[];
  /** Forms that are looked for only in blocks with mentions. */
  readonly polarity: readonly string[];
  /** Last words of a form that may be shared in a list ("residential and community rehabilitation"). */
  readonly heads: readonly string[];
  /** Words that never stand inside such a list. */
  readonly between: readonly string[];
}

/** Classes of the cues are kept apart from those of the vocabulary by this mark before their name. */
const CUE_CLASS = 'cue-';

/** A cue form with its slots marked, as `Matcher.cueNumber` has it. */
export function cueForm(form: string): string {
  return form.replace(/\[([a-z-]+)\]/g, `[${CUE_CLASS}$1]`);
}

export const SHIPPED_CUES: CueForms = {
  heads: cues.heads,
  between: cues.between,
  classes: Object.fromEntries(
    Object.entries({ ...cues.classes, ...relevance.classes }).map(([name, members]) => [
      CUE_CLASS + name,
      members,
    ]),
  ),
  polarity: [
    ...cues.before.far,
    ...cues.before.near,
    ...cues.before.bare,
    ...cues.after.far,
    ...cues.after.ends,
    ...cues.after.wide,
    ...cues.after.passive,
    ...cues.lists,
    ...cues.previous,
    ...cues.status.no,
    ...cues.status.yes,
    ...cues.keep,
    ...cues.stops,
    ...cues.relative,
    ...cues.whether,
    ...cues.finite,
    ...cues.back,
    ...cues.question,
    ...cues.mean,
    ...cues.answer,
    ...cues.naming,
  ].map(cueForm),
  forms: [
    ...relevance.field.flatMap((group) => group.forms),
    ...relevance.codes.forms,
    ...relevance.against.flatMap((group) => group.forms),
    ...relevance.kinds.flatMap((group) => group.forms),
  ].map(cueForm),
};

/** Changes whenever the shipped cue words do: FNV-1a (32 bits) over them. */
export function cuesMark(): string {
  let hash = 0x811c9dc5;
  const text = JSON.stringify(SHIPPED_CUES);
  for (let i = 0; i < text.length; i++)
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash.toString(36);
}
