// Plain words for what zod finds wrong. zod/mini ships none of its own ("Invalid input" throughout).
import type * as z from 'zod/mini';
import { phrase, say } from '../../words/words';
import type { Fault } from './json';

export function faultsOf(error: z.core.$ZodError): Fault[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.filter((step) => typeof step !== 'symbol');
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        path: [...path, key],
        reason: say('no field has this name'),
      }));
    return [{ path, reason: reasonOf(issue) }];
  });
}

function reasonOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return say(TYPE_WORDS[issue.expected] ?? phrase('the field is missing or is not {type}'), {
        type: issue.expected,
      });
    case 'too_small':
      if (issue.origin === 'string') return say('the text may not be empty');
      return issue.origin === 'array'
        ? say('it must be at least {n} long', { n: `${issue.minimum}` })
        : say('it must be at least {n}', { n: `${issue.minimum}` });
    case 'too_big':
      return issue.origin === 'array' || issue.origin === 'string'
        ? say('it may be at most {n} long', { n: `${issue.maximum}` })
        : say('it may be at most {n}', { n: `${issue.maximum}` });
    case 'invalid_value':
      return say('it must be {values}', {
        values: issue.values
          .map((value) => JSON.stringify(value))
          .reduce((a, b) => say('{a} or {b}', { a, b })),
      });
    case 'invalid_format':
      return say('the text does not have the form that this field needs');
    case 'invalid_union':
      return say('it has none of the forms that this field may have');
    case 'invalid_key':
      return say('the name of this field does not have the form it needs');
    default:
      return say('it is not what this field needs');
  }
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: phrase('the field is missing or is not text'),
  number: phrase('the field is missing or is not a number'),
  int: phrase('the field is missing or is not a whole number'),
  boolean: phrase('the field is missing or is not true or false'),
  array: phrase('the field is missing or is not a list'),
  object: phrase('the field is missing or is not a group of fields'),
  record: phrase('the field is missing or is not a group of fields'),
  null: phrase('the field is missing or is not null'),
};
