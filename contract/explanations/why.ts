import type { Why } from '../control/journal.js';
import type { Operation } from '../operation.js';
import { redactBody } from '../redact.js';
import type { Language } from '../texts/language.js';
import { alike, type Said } from '../texts/said.js';
import { partInUkrainian } from '../texts/said-by-dcm/index.js';
import { type PlaceKind, placeKinds } from './explanation.js';
import { type Cause, explanationOf } from './index.js';

/** Characters of one fact. */
const longestFact = 200;

/** Facts that are a sentence or a word of this project, so that they have a Ukrainian text. */
const spoken = new Set([
  'problem',
  'problems',
  'position',
  'cause',
  'what',
  'text',
  'thing',
  'status',
  'purpose',
  'kind',
]);

type Facts = Readonly<Record<string, string>>;
type Given = Readonly<Record<string, string | number>>;

const namesIn = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

/** A fact without secrets, of bounded length. */
function shown(fact: string | number): string {
  const text = String(redactBody(String(fact)));
  return text.length <= longestFact ? text : `${text.slice(0, longestFact)}...`;
}

/** The facts that the texts of a cause name. */
function factsOf(cause: Cause, given: Given): Facts {
  const { says, right, where } = explanationOf(cause);
  const names = [says, right]
    .flatMap(({ en, uk }) => [...namesIn(en), ...namesIn(uk)])
    .concat(namesIn(where));
  return Object.fromEntries(
    [...new Set(names)].flatMap((name) => (given[name] === undefined ? [] : [[name, shown(given[name])]])),
  );
}

/** A fact of this project's own words in Ukrainian; several stand with commas between them. */
function inWords(fact: string): string {
  return (
    partInUkrainian(fact) ??
    fact
      .split(', ')
      .map((part) => partInUkrainian(part) ?? part)
      .join(', ')
  );
}

const fill = (text: string, facts: Facts, language: Language): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const fact = facts[name];
    if (fact === undefined) return whole;
    return language === 'uk' && spoken.has(name) ? inWords(fact) : fact;
  });

const filled = ({ en, uk }: Said, facts: Facts): Said => ({
  en: fill(en, facts, 'en'),
  uk: fill(uk, facts, 'uk'),
});

const placeWords: Readonly<Record<Exclude<PlaceKind, 'given'>, (name: string) => Said>> = {
  header: (name) => ({ en: `header ${name}`, uk: `заголовок ${name}` }),
  claim: (name) => ({ en: `token, ${name}`, uk: `токен, ${name}` }),
  method: () => ({ en: 'method of the request', uk: 'метод запиту' }),
  path: (name) => ({ en: name ? `path, ${name}` : 'path', uk: name ? `шлях, ${name}` : 'шлях' }),
  query: (name) => ({
    en: name ? `query, ${name}` : 'query',
    uk: name ? `параметри запиту, ${name}` : 'параметри запиту',
  }),
  body: (name) => ({
    en: name ? `body, ${name}` : 'body',
    uk: name ? `тіло запиту, ${name}` : 'тіло запиту',
  }),
  bank: (name) => ({ en: `response of the bank to ${name}`, uk: `відповідь банку на ${name}` }),
  state: () => ({
    en: 'not in the request: the state of DCM',
    uk: 'не в запиті: стан DCM',
  }),
};

const isKind = (word: string): word is PlaceKind => placeKinds.some((kind) => kind === word);

/** Of an operation, where it has a member of this name; a member `guid` is that of the thing itself. */
function partWith(operation: Operation | undefined, name: string): Said {
  const { params, query, body } = operation ?? {};
  const parts = [
    ['path', params],
    ['query', query],
    ['body', body],
  ] as const;
  for (const wanted of name.endsWith('_guid') ? [name, 'guid'] : [name]) {
    const [first = ''] = wanted.split('.');
    const part = parts.find(([, schema]) => schema && Object.hasOwn(schema.shape, first));
    if (part) return placeWords[part[0]](wanted);
  }
  return alike(name);
}

/** Where in the request it is, in words. */
export function placeOf(where: string, operation?: Operation): Said {
  const [kind = '', ...rest] = where.split(' ');
  const name = rest.join(' ');
  if (!isKind(kind)) return alike(where);
  return kind === 'given' ? partWith(operation, name) : placeWords[kind](name);
}

/**
 * The explanation of a refusal in both languages, with its facts filled in; no secret among them.
 * @param decidedBy `seq` of the reverse call that decided
 */
export function whyOf(
  cause: Cause,
  given: Given,
  {
    operation,
    decidedBy,
    rule,
  }: {
    readonly operation?: Operation | undefined;
    readonly decidedBy?: number | undefined;
    readonly rule?: string | undefined;
  } = {},
): Why {
  const { says, right, where, source } = explanationOf(cause);
  const facts = factsOf(cause, given);
  return {
    id: cause,
    facts,
    says: filled(says, facts),
    where: placeOf(fill(where, facts, 'en'), operation),
    right: filled(right, facts),
    source,
    ...(rule === undefined ? {} : { rule }),
    ...(decidedBy === undefined ? {} : { decided_by: decidedBy }),
  };
}

/** Characters of the header `DCM-Hint`. */
export const longestHint = 200;

/** An explanation as one line of printable ASCII: the id of the cause, what was wrong, and, if it fits, what is right. */
export function hintOf({ id, says, right }: Pick<Why, 'id' | 'says' | 'right'>): string {
  const short = `${id}: ${says.en}`;
  const whole = `${short}; ${right.en}`;
  const line = (whole.length <= longestHint ? whole : short).replaceAll(/[^\x20-\x7e]/g, '?');
  return line.length <= longestHint ? line : `${line.slice(0, longestHint - 3)}...`;
}
