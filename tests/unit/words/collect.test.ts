import { describe, expect, it } from 'vitest';
import { check } from '../../../scripts/words/check';
import { collect } from '../../../scripts/words/collect';

const from = "import { counted, phrase, say } from '../../lib/words/words';\n";
const sentences = (code: string) =>
  collect('a.tsx', from + code).sentences.map(({ english, counts }) => [english, counts]);
const bare = (code: string) => collect('a.tsx', from + code).bare.map(({ text }) => text);

describe('collecting sentences', () => {
  it('takes what is said, counted or said later, and both sides of a choice', () => {
    expect(
      sentences(
        "say('One'); counted(n, '{count} dog', '{count} dogs'); phrase('Later'); say(ok ? 'Yes' : 'No');",
      ),
    ).toEqual([
      ['One', false],
      ['{count} dogs', true],
      ['Later', false],
      ['Yes', false],
      ['No', false],
    ]);
  });

  it('takes sentences with parts, and says where they stand', () => {
    const found = collect('a.tsx', `${from}\n<Sentence words="Read <a>this</a>" parts={parts} />;`);
    expect(found.sentences).toEqual([
      { english: 'Read <a>this</a>', counts: false, at: 'a.tsx:3' },
    ]);
  });

  it('leaves functions of other files alone that have the same name', () => {
    expect(collect('a.ts', "say('Not on screen')").sentences).toEqual([]);
  });

  it('finds text that no catalogue can reach: in markup, in attributes that are read, in choices', () => {
    expect(bare('<p title="Tip">Hello there {name}</p>')).toEqual(['Tip', 'Hello there']);
    expect(bare("<p class=\"row\">{open ? 'Open' : say('Shut')}</p>")).toEqual(['Open']);
    expect(bare(`<p>{\`\${n} marks\`}</p>`)).toEqual(['marks']);
    expect(bare("<p id=\"x\">·{' '}{say('Fine')}</p>")).toEqual([]);
  });
});

it('leaves names of languages in themselves, of the extension, and sample addresses as they are', () => {
  expect(bare('<span lang="cy">Cymraeg</span>')).toEqual([]);
  expect(bare('<p><b>Evidence Overlay</b></p>')).toEqual([]);
  expect(bare('<input placeholder="https://www.example.org/" />')).toEqual([]);
  expect(bare('<p lang={language()}>Hello there</p>')).toEqual(['Hello there']);
});

describe('a catalogue against the code', () => {
  const said = new Map(
    [
      { english: 'On for {host}', counts: false, at: 'a.ts:1' },
      { english: '{count} dogs', counts: true, at: 'a.ts:2' },
    ].map((one) => [one.english, one] as const),
  );
  const forms = {
    zero: 'dim ci',
    one: 'un ci',
    two: '{count} gi',
    few: '{count} chi',
    many: '{count} chi',
    other: '{count} ci',
  };

  it('is whole where every sentence has its names and every count its forms', () => {
    const words = { 'On for {host}': 'Ymlaen i {host}', '{count} dogs': forms };
    expect(check(said, { language: 'cy', words })).toEqual({ missing: [], unused: [], wrong: [] });
  });

  it('names what is missing, unused, and does not fit', () => {
    const words = {
      'On for {host}': 'Ymlaen',
      Gone: 'Wedi mynd',
      '{count} dogs': { other: '{count} ci' },
    };
    const faults = check(said, { language: 'cy', words });
    expect(faults.unused).toEqual(['Gone']);
    expect(faults.wrong).toEqual([
      'On for {host}: “Ymlaen” has other names or parts',
      expect.stringMatching(/^\{count\} dogs: no form for .*few/),
    ]);
    expect(check(said, { language: 'cy', words: {} }).missing).toHaveLength(2);
  });
});
