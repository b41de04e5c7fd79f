// The cue words that ship with the detector, as forms to be found in the same scan as the terms.
import cues from '../../data/cues.json';
import relevance from '../../data/relevance.json';
import { phrase } from '../words/words';
import { KIND } from './cue-kinds';
import type { GateGroup, GateRules } from './matcher';

/** Forms that are found but name no topic; `classes` are for their slots only. */
export interface CueForms {
  readonly classes: Readonly<Record<string, readonly string[]>>;
  /** Forms that are looked for only in blocks with mentions, and what each does (cue-kinds.ts). */
  readonly polarity: readonly (readonly [form: string, kinds: number])[];
  readonly relevance: {
    readonly groups: readonly (GateGroup & { readonly forms: readonly string[] })[];
    readonly hosts: GateRules['hosts'];
  };
  /** Last words of a form that may be shared in a list ("residential and community rehabilitation"). */
  readonly heads: readonly string[];
  /** Words that never stand inside such a list. */
  readonly between: readonly string[];
}

const POLARITY: readonly (readonly [readonly string[], number])[] = [
  [cues.before.far, KIND.beforeFar],
  [cues.before.near, KIND.beforeNear],
  [cues.before.bare, KIND.beforeBare],
  [cues.after.far, KIND.afterFar],
  [cues.after.ends, KIND.afterEnds],
  [cues.after.wide, KIND.afterWide],
  [cues.after.passive, KIND.passive],
  [cues.lists, KIND.lists],
  [cues.keep, KIND.keep],
  [cues.stops, KIND.stops],
  [cues.finite, KIND.finite],
  [cues.back, KIND.back],
  [cues.question, KIND.question],
  [cues.mean, KIND.mean],
  [cues.answer, KIND.answer],
  [cues.naming, KIND.naming],
  [cues.previous, KIND.previous],
  [cues.status.no, KIND.statusNo],
  [cues.status.yes, KIND.statusYes],
  [cues.relative, KIND.relative],
  [cues.whether, KIND.whether],
];

/** Classes of the cues are kept apart from those of the vocabulary by this mark before their name. */
const CUE_CLASS = 'cue-';

/** A cue form with its slots marked. */
function cueForm(form: string): string {
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
  polarity: polarityForms(),
  relevance: {
    groups: [
      ...relevance.field.map((group) => gateGroup('field', group)),
      gateGroup('codes', { says: phrase('CPV codes of the field'), ...relevance.codes }),
      ...relevance.against.map((group) => gateGroup('against', group)),
      ...relevance.kinds.map(({ kind, forms }) =>
        gateGroup('kind', { says: kind, weight: 0, forms }),
      ),
    ].map((group) => ({ ...group, forms: group.forms.map(cueForm) })),
    hosts: relevance.hosts,
  },
};

function polarityForms(): [string, number][] {
  const kinds = new Map<string, number>();
  for (const [forms, kind] of POLARITY)
    for (const form of forms.map(cueForm)) kinds.set(form, (kinds.get(form) ?? 0) | kind);
  return [...kinds];
}

function gateGroup(
  part: GateGroup['part'],
  group: { says: string; weight: number; forms: readonly string[]; care?: boolean },
): GateGroup & { forms: readonly string[] } {
  const { says, weight, forms, care = false } = group;
  return { part, says, weight, care, forms };
}

/** Changes whenever the shipped cue words do: FNV-1a (32 bits) over them. */
export function cuesMark(): string {
  let hash = 0x811c9dc5;
  const text = JSON.stringify(SHIPPED_CUES);
  for (let i = 0; i < text.length; i++)
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash.toString(36);
}
