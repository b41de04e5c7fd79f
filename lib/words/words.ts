// Words on screen. A sentence is written in English where it is shown and looked up, as in gettext, in the catalogue
// of the language chosen; one that the catalogue lacks stays English. Which catalogue holds is set once by an entry point.

/** `zero`, `one`, `two`, `few`, `many`, `other`, as `Intl.PluralRules` names them; `other` is always there. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/** English sentence, or the English plural of one that counts, to the words of another language. */
export interface Catalogue {
  /** BCP 47, for example `cy`. */
  readonly language: string;
  readonly words: Readonly<Record<string, string | PluralForms>>;
}

export type Values = Readonly<Record<string, string | number>>;

const ENGLISH: Catalogue = { language: 'en-GB', words: {} };
let catalogue = ENGLISH;
let plural = new Intl.PluralRules(ENGLISH.language);
let numbers = new Intl.NumberFormat(ENGLISH.language);

/** Sets the language of everything said from now on; null: English. */
export function speak(chosen: Catalogue | null): void {
  catalogue = chosen ?? ENGLISH;
  plural = new Intl.PluralRules(catalogue.language);
  numbers = new Intl.NumberFormat(catalogue.language);
}

/** The catalogue that holds, to be handed to another thread, which sets it there; null: English. */
export const spoken = (): Catalogue | null => (catalogue === ENGLISH ? null : catalogue);

/** The language in which sentences are said now, for `lang` and for dates. */
export const language = (): string => catalogue.language;

/** A number as it is written in that language. */
export const written = (value: number): string => numbers.format(value);

/** Puts values where a sentence names them: `{host}`. A name without a value stays as it is. */
const filled = (sentence: string, values: Values): string =>
  sentence.replace(/\{(\w+)\}/g, (name, key: string) => {
    const value = values[key];
    return value === undefined ? name : typeof value === 'number' ? written(value) : value;
  });

/** A sentence in the language chosen. `values` stand in its `{names}`; numbers are written as the language does. */
export function say(english: string, values: Values = {}): string {
  const found = catalogue.words[english];
  return filled(typeof found === 'string' ? found : english, values);
}

/**
 * A sentence that counts: `counted(3, '{count} mark', '{count} marks')`. The catalogue knows it by the second form and
 * gives as many forms as its language has (Welsh has six).
 */
export function counted(count: number, one: string, many: string, values: Values = {}): string {
  const found = catalogue.words[many];
  const english = count === 1 ? one : many;
  const form =
    typeof found === 'object' ? (found[plural.select(count)] ?? found.other) : (found ?? english);
  return filled(form, { ...values, count });
}

/** Marks a sentence that is said later, from a table or by another part, so that it is collected for the catalogues. */
export const phrase = <Sentence extends string>(english: Sentence): Sentence => english;
