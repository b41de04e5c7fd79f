// The evidence itself is held in English: where the page speaks another language, that is said of it.
import { language } from '../../lib/words/words';

/** Attributes of an element whose text is evidence: titles, summaries, findings, names of topics. */
export const english = (): { lang?: 'en' } => (language() === 'en-GB' ? {} : { lang: 'en' });
