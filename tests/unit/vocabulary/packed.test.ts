import { describe, expect, it } from 'vitest';
import { packMatcher, type Unpacked, unpackMatcher } from '../../../lib/vocabulary/packed';
import { found, matcherOf } from '../detect/marks';
import { abbreviation, sense, topic } from './samples';

const matcher = matcherOf(
  [
    topic('mutual-aid', ['mutual aid ~1 group', 'aa meeting', 'A\\B test'], {
      terms: [
        { kind: 'preferred', forms: ['mutual aid ~1 group', 'aa meeting'] },
        abbreviation(['aa'], 'aa'),
      ],
      senses: { aa: sense({ needs: [{ within: 'sentence', words: ['meeting'] }] }) },
      not: [{ forms: ['mutual aid agreement'], reason: 'fire services' }],
    }),
    topic('rehab', ['residential [rehab]', '[rehab]? unit']),
  ],
  { rehab: ['rehab', 'rehabilitation'] },
);
const TEXT =
  'Not in scope: residential rehab. AA has a meeting. Mutual aid agreement; mutual aid support groups; AA meetings; units.';

/** Unpacks to the end; between two steps anything else may be unpacked. */
function unpack(text: string): Unpacked {
  const [steps, other] = [unpackMatcher(text), unpackMatcher(text)];
  for (;;) {
    const step = steps.next();
    other.next();
    if (step.done) return step.value;
  }
}

describe('the packed terms', () => {
  it('find what the compiled ones find, for the same reasons', () => {
    const unpacked = unpack(packMatcher(matcher));
    if (!unpacked.ok) throw new Error(unpacked.reason);
    expect(found(TEXT, unpacked.matcher)).toEqual(found(TEXT, matcher));
    expect(found(TEXT, matcher).mentions.length).toBeGreaterThan(4);
    expect(packMatcher(unpacked.matcher)).toBe(packMatcher(matcher));
  });

  it('pass through UTF-8 unchanged', () => {
    const packed = packMatcher(matcher);
    expect(new TextDecoder().decode(new TextEncoder().encode(packed))).toBe(packed);
  });

  it('are refused where damaged or of another version', () => {
    expect(unpack('{')).toEqual({ ok: false, reason: 'The packed terms are damaged.' });
    expect(unpack('{"version":0}')).toMatchObject({ ok: false });
  });
});
