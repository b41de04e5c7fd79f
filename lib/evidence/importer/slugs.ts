// Ids and comparison of titles: letters and digits alone.

/** Longest slug, in characters; ids are shown in addresses. */
const MAX_SLUG = 70;

/** Lower case, without accents, one space between words. */
function foldTitle(title: string): string {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return (plain.replace(/['’‘`]/g, '').match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

/** `determining-who-needs-residential-care`; cut at a word; `document` where nothing of the title fits an id. */
export function slugOf(title: string): string {
  const words = foldTitle(title)
    .replace(/[^a-z0-9 ]/g, '')
    .split(' ')
    .filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    const next = slug === '' ? word : `${slug}-${word}`;
    if (next.length > MAX_SLUG) break;
    slug = next;
  }
  return slug || words[0]?.slice(0, MAX_SLUG) || 'document';
}

/** Whether two titles or names are the same but for case, marks and spaces. */
export function sameTitle(a: string, b: string): boolean {
  return foldTitle(a) === foldTitle(b);
}
