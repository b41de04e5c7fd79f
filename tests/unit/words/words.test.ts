import { afterEach, describe, expect, it } from 'vitest';
import { counted, language, say, speak, written } from '../../../lib/words/words';

afterEach(() => speak(null));

const welsh = {
  language: 'cy',
  words: {
    'Marks are on for {host}': 'Mae marciau ymlaen ar gyfer {host}',
    '{count} dogs': {
      one: '{count} ci',
      two: '{count} gi',
      few: '{count} chi',
      other: '{count} ci',
    },
  },
};

describe('words on screen', () => {
  it('stay English without a catalogue, with their values in place', () => {
    expect(say('Marks are on for {host}', { host: 'example.org' })).toBe(
      'Marks are on for example.org',
    );
    expect(counted(1, '{count} mark', '{count} marks')).toBe('1 mark');
    expect(counted(1234, '{count} mark', '{count} marks')).toBe('1,234 marks');
    expect(language()).toBe('en-GB');
  });

  it('come from the catalogue, by the plural forms of its language', () => {
    speak(welsh);
    expect(say('Marks are on for {host}', { host: 'example.org' })).toBe(
      'Mae marciau ymlaen ar gyfer example.org',
    );
    expect([1, 2, 3, 7].map((n) => counted(n, '{count} dog', '{count} dogs'))).toEqual([
      '1 ci',
      '2 gi',
      '3 chi',
      '7 ci',
    ]);
    expect(language()).toBe('cy');
  });

  it('stay English where the catalogue lacks them, and keep a name that got no value', () => {
    speak(welsh);
    expect(say('Read {file} again', {})).toBe('Read {file} again');
    expect(counted(2, '{count} cat', '{count} cats')).toBe('2 cats');
    expect(written(12345)).toBe('12,345');
  });

  it('do not take a value for a sentence of its own', () => {
    expect(say('{a} and {b}', { a: '{b}', b: 'x' })).toBe('{b} and x');
  });
});
