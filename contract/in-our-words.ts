import type { z } from 'zod';

/**
 * What a schema says about a wrong value, in the words of this project: the library's own are for programmers of schemas,
 * and in English only. `texts/said-by-dcm/members.ts` has the Ukrainian. A text that a schema brings of its own stays.
 *
 * @example
 * schema.safeParse(given, inOurWords).error?.issues[0].message // expected in or out, not sideways
 */
export const inOurWords = { error: wordsOf };

type Issue = z.core.$ZodRawIssue;

/** Of a value that no alternative allows, when they have nothing in common that could be said. */
export const notValid = 'not valid';

/** A value that may be repeated in an error: one lower-case word, as no password, key or token is. */
const word = /^[a-z][a-z-]{0,19}$/;

const typeNames: Readonly<Record<string, string>> = {
  int: 'whole number',
  array: 'list',
  tuple: 'list',
  set: 'list',
  record: 'object',
  map: 'object',
};
const typeName = (type: string): string => typeNames[type] ?? type;

const formats: Readonly<Record<string, string>> = {
  email: 'expected an e-mail address',
  url: 'expected a URL',
  guid: 'expected a UUID',
  uuid: 'expected a UUID',
  datetime: 'expected a time such as 2026-01-31T09:30:00Z',
  date: 'expected a day such as 2026-01-31',
  base64: 'expected base64',
  base64url: 'expected base64url',
  jwt: 'expected a JWT',
};

function wordsOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return otherType([typeName(issue.expected)], issue.input);
    case 'invalid_value':
      return noneOf(issue.values, issue.input);
    case 'too_small':
      return `expected ${issue.exact ? 'exactly' : issue.inclusive ? 'at least' : 'more than'} ${amount(issue.minimum, issue.origin)}`;
    case 'too_big':
      return `expected ${issue.exact ? 'exactly' : issue.inclusive ? 'at most' : 'less than'} ${amount(issue.maximum, issue.origin)}`;
    case 'not_multiple_of':
      return `expected a multiple of ${issue.divisor}`;
    case 'invalid_format':
      return formatOf(issue);
    case 'unrecognized_keys':
      return `unknown member ${issue.keys.join(', ').slice(0, 200)}`;
    case 'invalid_union':
      return noAlternative(issue);
    default:
      return notValid;
  }
}

const typeOf = (input: unknown): string =>
  input === null ? 'null' : Array.isArray(input) ? 'list' : typeof input;

function otherType(expected: readonly string[], input: unknown): string {
  if (Number.isNaN(input)) return 'expected a number in digits';
  if (input === undefined) return `expected ${anyOf(expected)}, but there is none`;
  const received = typeOf(input);
  return received === 'number' && expected.join() === 'whole number'
    ? 'expected a whole number'
    : `expected ${anyOf(expected)}, received ${received}`;
}

function noneOf(values: readonly unknown[], input: unknown): string {
  const expected = `expected ${anyOf(values.map(shown))}`;
  if (input === undefined) return `${expected}, but there is none`;
  return typeof input === 'string' && word.test(input) ? `${expected}, not ${input}` : expected;
}

function shown(value: unknown): string {
  if (value === '') return 'empty text';
  const text = String(value);
  return /[\s,"]/.test(text) ? JSON.stringify(text) : text;
}

const anyOf = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;

function amount(count: number | bigint, origin: string): string {
  const plural = Number(count) === 1 ? '' : 's';
  if (origin === 'string') return `${count} character${plural}`;
  return ['array', 'set', 'map', 'object'].includes(origin) ? `${count} item${plural}` : String(count);
}

function formatOf(issue: z.core.$ZodRawIssue<z.core.$ZodIssueInvalidStringFormat>): string {
  const known = formats[issue.format];
  if (known !== undefined) return known;
  const { pattern, prefix, suffix, includes } = issue as Readonly<Record<string, unknown>>;
  if (issue.format === 'regex') return `expected text that matches ${pattern}`;
  if (issue.format === 'starts_with') return `expected text that begins with ${prefix}`;
  if (issue.format === 'ends_with') return `expected text that ends with ${suffix}`;
  return issue.format === 'includes' ? `expected text that contains ${includes}` : notValid;
}

/** What all alternatives of a union expect of the value as a whole: one of some values, or of some types. */
function noAlternative(issue: z.core.$ZodRawIssue<z.core.$ZodIssueInvalidUnion>): string {
  const { options, discriminator, errors, input } = issue;
  if (Array.isArray(options) && typeof discriminator === 'string')
    return noneOf(options, Object(input)[discriminator]);
  const firsts = errors.map((issues) =>
    issues.length === 1 && issues[0]?.path.length === 0 ? issues[0] : undefined,
  );
  const values = firsts.map((first) => (first?.code === 'invalid_value' ? first.values : []));
  if (values.length > 0 && values.every(({ length }) => length > 0)) return noneOf(values.flat(), input);
  const types = firsts.map((first) => (first?.code === 'invalid_type' ? typeName(first.expected) : ''));
  return types.length > 0 && types.every(Boolean) ? otherType([...new Set(types)], input) : notValid;
}
