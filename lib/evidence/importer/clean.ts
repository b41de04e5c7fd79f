// Takes out of a text what no reader sees and no evidence may hold.

/** Control characters but line ends and tabs, soft hyphens, marks without width, and those that turn the direction of writing. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  /[\u0000-\u0008\u000b\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const SPACES = /[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]/g;

/** `\n` line ends, plain spaces and hyphens, nothing unseen. */
export function cleanText(raw: string): string {
  return raw
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/\f/g, '\n\n')
    .replace(UNSEEN, '')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(SPACES, ' ');
}
