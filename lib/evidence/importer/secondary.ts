// Documents named inside an entry's line, each with a year of its own.
import { type SourceGroup, sourceGroups } from './brackets';
import type { Line, SecondaryDocument } from './model';

/** Longest stretch between a link and the year that belongs to it. */
const MAX_GAP = 60;

/** Documents inside the line, each with its own year, in the line's order. */
export function secondaryOf(body: Line, linked: boolean): SecondaryDocument[] {
  const found: SecondaryDocument[] = [];
  let from = 0;
  /** Place in `links` of the first one that begins in or after the bracket. */
  let next = 0;
  for (const group of sourceGroups(body.text)) {
    if (group.start < from || (group.years.length === 0 && !/\p{L}/u.test(group.publisher ?? '')))
      continue;
    while ((body.links[next]?.start ?? group.start) < group.start) next++;
    const before = body.links[next - 1];
    const near =
      before && before.start >= from && group.start - before.end <= MAX_GAP ? before : undefined;
    const between = near ? body.text.slice(near.end, Math.max(near.end, group.start)) : '';
    const apart = /[.;!?]\s/.test(between) || /\b(?:above|below)\b/i.test(between);
    const after = body.links[next];
    const own = after && after.end <= group.end ? after : undefined;
    if (near && !apart) {
      const title = clean(body.text.slice(near.start, group.start));
      push(found, title, group, near.href);
    } else if (own || !linked || group.publisher !== null) {
      const title = phraseBefore(body.text.slice(Math.max(from, group.start - 200), group.start));
      if (title !== '') push(found, title, group, own?.href ?? null);
    }
    from = group.end;
  }
  return found;
}

function push(
  found: SecondaryDocument[],
  title: string,
  group: SourceGroup,
  href: string | null,
): void {
  const { publisher, country } = group;
  for (const year of group.years.length > 0 ? group.years : [null])
    found.push({
      title: title || '(no title)',
      year,
      publisher,
      country,
      href: href === '#' ? null : href,
    });
}

/** Words kept of a phrase that no link marks. */
const MAX_WORDS = 8;
const LEADING = /^(?:see|also|for|more|and|or|in|by|the|an?|this|that|both|with|of|to)$/i;

/** The words that a bracket without a link belongs to: back to where the clause begins. */
function phraseBefore(text: string): string {
  const clause = text.split(/[.;:,()–—]\s|\s[–—-]\s/).at(-1) ?? '';
  const words = clause.replace(/^.*\b(?:see also|for more see|see)\b\s+/i, '').trim();
  const kept = words.split(/\s+/).slice(-MAX_WORDS);
  while (kept.length > 1 && LEADING.test(kept[0] ?? '')) kept.shift();
  return clean(kept.join(' '));
}

function clean(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .replace(/^[\s“"'(]+|[\s,;:(“"]+$/g, '')
    .trim();
}
