// Finds where text stops being JSON. Browsers do not always say: Chromium often quotes a few letters and no place.

/** One token of JSON with the space before it. Strings are matched without backtracking between their parts. */
const TOKEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids bare control characters in strings
  /[ \t\n\r]*([{}[\]:,]|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;

type Wanted = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end' | 'nothing';

/** Offset of the first token that JSON does not allow, or of the end of text that stops too early; null for JSON. */
export function syntaxErrorAt(text: string): number | null {
  const open: ('{' | '[')[] = [];
  let wanted: Wanted = 'value';
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (;;) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    const token = found?.[1];
    if (found === null || token === undefined) break;
    const next = after(token, wanted, open);
    if (next === null) break;
    wanted = next;
    at += found[0].length;
  }
  const rest = /[^ \t\n\r]/g;
  rest.lastIndex = at;
  const stopped = rest.exec(text)?.index ?? text.length;
  return wanted === 'nothing' && stopped === text.length ? null : stopped;
}

/** What may follow the token; null where the token itself may not stand here. Opens and closes `open`. */
function after(token: string, wanted: Wanted, open: ('{' | '[')[]): Wanted | null {
  const done = (): Wanted => (open.length === 0 ? 'nothing' : ', or end');
  const within = open.at(-1);
  if (token === '}' || token === ']') {
    const fits =
      token === '}'
        ? within === '{' && (wanted === 'key or }' || wanted === ', or end')
        : within === '[' && (wanted === 'value or ]' || wanted === ', or end');
    if (!fits) return null;
    open.pop();
    return done();
  }
  if (token === ':') return wanted === ':' ? 'value' : null;
  if (token === ',') return wanted !== ', or end' ? null : within === '{' ? 'key' : 'value';
  if (wanted === 'key' || wanted === 'key or }') return token.startsWith('"') ? ':' : null;
  if (wanted !== 'value' && wanted !== 'value or ]') return null;
  if (token !== '{' && token !== '[') return done();
  open.push(token);
  return token === '{' ? 'key or }' : 'value or ]';
}
