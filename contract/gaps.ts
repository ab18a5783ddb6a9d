import type { JournalEntry } from './control/journal.js';
import { readJson } from './read-json.js';

/** What the journal does not hold of a request as it was sent, so that nobody can send it again without it. */

/** One such place: a member of the body such as `body.items[0].pin`, the whole `body`, a header, or the `url`. */
export interface Gap {
  readonly at: string;
  /** `redacted`: it held a secret · `cut`: it was too long, or was not readable. */
  readonly why: 'redacted' | 'cut';
}

/** The beginnings of the marks that redaction and shortening leave behind. */
const marks: readonly (readonly [RegExp, Gap['why']])[] = [
  [/\[redacted/, 'redacted'],
  [/\[… \d+ more (?:characters|items)\]|\[not (?:kept|read|shown): /, 'cut'],
];

const whyOf = (text: string): Gap['why'] | undefined => marks.find(([mark]) => mark.test(text))?.[1];

/** The gaps of a value and what is in it. @param at the name of its place */
export function gapsOf(value: unknown, at: string): Gap[] {
  if (typeof value === 'string') {
    const why = whyOf(value);
    return why ? [{ at, why }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => gapsOf(item, `${at}[${index}]`));
  return Object.entries(value).flatMap(([name, one]) => [
    ...(whyOf(name) ? [{ at: `${at}.${name}`, why: 'cut' as const }] : []),
    ...gapsOf(one, `${at}.${name}`),
  ]);
}

/** The same value with what is given for some of its gaps, by their place. */
export function filled(value: unknown, given: Readonly<Record<string, unknown>>, at: string): unknown {
  if (typeof value === 'string')
    return whyOf(value) !== undefined && Object.hasOwn(given, at) ? given[at] : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item, index) => filled(item, given, `${at}[${index}]`));
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, filled(one, given, `${at}.${name}`)]),
  );
}

const isForm = (headers: Readonly<Record<string, string>>): boolean =>
  /^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '');

/**
 * A body in the encoding that its headers name, as text.
 *
 * @param spaces by which a level of JSON is indented
 */
export function bodyText(body: unknown, headers: Readonly<Record<string, string>>, spaces = 0): string {
  if (body === null || body === undefined) return '';
  if (typeof body !== 'object') return String(body);
  if (!isForm(headers)) return JSON.stringify(body, null, spaces);
  return new URLSearchParams(
    Object.entries(body).map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();
}

/** A body as its text says, read in the encoding that its headers name; the text itself if it cannot be read. */
export const bodyOfText = (text: string, headers: Readonly<Record<string, string>>): unknown =>
  isForm(headers) ? Object.fromEntries(new URLSearchParams(text)) : readJson(text, text);

/** Headers that say who sends a request. */
export const credentialHeaders = ['authorization', 'cx-authorization', 'x-session-token'] as const;

/** Headers of the connection or of the bytes on it, which the next request has of its own. */
const ofConnection = new Set([
  ...['accept-encoding', 'connection', 'content-encoding', 'content-length', 'expect', 'host'],
  ...['keep-alive', 'proxy-authorization', 'te', 'trailer', 'transfer-encoding', 'upgrade'],
]);

/** The headers of a request that another one like it has, too, without credentials. */
export const ownHeaders = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).filter(
      ([name]) => !ofConnection.has(name) && !credentialHeaders.some((credential) => credential === name),
    ),
  );

/** What of a request is not in its entry; credentials are no gap. */
export const gapsOfRequest = ({ url, request }: Pick<JournalEntry, 'url' | 'request'>): Gap[] => [
  ...gapsOf(url, 'url'),
  ...gapsOf(ownHeaders(request.headers), 'headers'),
  ...gapsOf(request.body, 'body'),
];
