// What is doubtful is said with the line where it stands, in the reader's language; here it is put so, and found again.
import { say } from '../../words/words';

/** "line 4: two kind letters before …" */
export function atLine(line: number, words: string): string {
  return say('line {line}: {words}', { line: String(line), words });
}

/** What a problem says of this line, without the place; null where it is not of this line alone. */
export function saidOf(line: number, problem: string): string | null {
  const place = atLine(line, '');
  return problem.startsWith(place) ? problem.slice(place.length) : null;
}

/** The first line that a problem names as its place; 0 where it has none. */
export function lineOf(problem: string): number {
  return Number(/^\p{L}+ (\d+)[,:]/u.exec(problem)?.[1] ?? 0);
}

/** Is it this sentence, whatever stands in its names? Told by its words before the first name. */
export function isSaid(sentence: string, words: string): boolean {
  return words.startsWith(say(sentence).split('{', 1)[0] ?? '');
}
