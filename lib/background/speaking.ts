// The language chosen: its words are read when they are wanted, and our pages are drawn again when another is chosen.
import * as z from 'zod/mini';
import { onStored } from '../platform/storage';
import { ownAddress } from '../platform/tabs';
import type { Language } from '../settings/schema';
import { type Catalogue, language, type PluralForms, speak } from '../words/words';
import { wishes } from './wishes';

const isForms = (value: unknown): value is PluralForms =>
  typeof value === 'object' &&
  value !== null &&
  'other' in value &&
  Object.values(value).every((form) => typeof form === 'string');

const Words = z.object({
  language: z.string(),
  words: z.record(z.string(), z.union([z.string(), z.custom<PluralForms>(isForms)])),
});

/** The words of a language. Null for English, and where they cannot be read: then English is spoken. */
export async function catalogueOf(chosen: Language): Promise<Catalogue | null> {
  if (chosen === 'en') return null;
  try {
    const read = await (await fetch(ownAddress(`/words/${chosen}.json`))).json();
    return Words.parse(read);
  } catch (error) {
    console.error('words:', error);
    return null;
  }
}

export async function speakAsChosen(): Promise<void> {
  speak(await catalogueOf((await wishes.read()).language));
}

/** For our own pages: draws in the language chosen, and again where another is chosen. `draw` gets a key that changes with it. */
export async function speaking(draw: (key: string) => void): Promise<void> {
  const now = async () => {
    await speakAsChosen();
    document.documentElement.lang = language();
    draw(language());
  };
  onStored('settings.language', () => {
    now().catch((error: unknown) => console.error('words:', error));
  });
  await now();
}
