import { withoutJwts } from './jwt-like.js';
import { percentDecoded } from './percent.js';
import { readJson } from './read-json.js';

/** Keeps secrets out of everything that is shown: journal, console, reports. */

/** What is shown in place of a secret, which may be of any type. It begins with `[redacted`. */
export type Mark = (secret: unknown) => string;

const plainMark: Mark = () => '[redacted]';

/** Headers that hold a secret although their names do not say so. */
const secretHeaders = new Set([
  ...['xsessionid', 'xsession', 'sessionid', 'session'],
  ...['authentication', 'authorisation', 'cxauthorisation'],
]);

/** Names of members without separators; private members of JWKs are separate, because their case matters. */
const secretMembers = new Set(['key', 'code', 'seed', 'seeds', 'pin', 'pins', 'jwt', 'otp', 'pass', 'auth']);
const privateJwkMembers = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi', 'k']);
/** Endings of names that reveal their content, in singular and plural. */
const secretEnding =
  /(?:password|passwd|passphrase|passcode|pwd|secret|token|credential|authorization|apikey|privatekey|sessionkey|cookie)s?$/;

const plainName = (name: string): string =>
  name
    .slice(-100)
    .toLowerCase()
    .replaceAll(/[-_.\s]/g, '');

/** Names whose answer is remembered: the same few come with every exchange. */
const mostNames = 2000;

function remembered(decide: (name: string) => boolean): (name: string) => boolean {
  const known = new Map<string, boolean>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const decided = decide(name);
    if (known.size < mostNames && name.length <= 100) known.set(name, decided);
    return decided;
  };
}

const isSecret = remembered((name) => {
  const plain = plainName(name);
  return secretMembers.has(plain) || privateJwkMembers.has(name) || secretEnding.test(plain);
});

/** Deeper than any sensible message; what lies below is not shown. */
const deepest = 40;

const isSecretHeader = remembered((name) => secretHeaders.has(plainName(name)) || isSecret(name));

export function redactHeaders(
  headers: Readonly<Record<string, string>>,
  mark: Mark = plainMark,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      // Others may be a URL with a secret in it: Location, Referer.
      isSecretHeader(name) && value !== '' ? redactCredential(value, mark) : redactUrl(value, mark),
    ]),
  );
}

/** The scheme of a credential stays, because it is often what is wrong. */
function redactCredential(value: string, mark: Mark): string {
  const scheme = /^(bearer|basic)\s/i.exec(value)?.[1];
  return scheme ? `${scheme} ${mark(value.slice(scheme.length).trim())}` : mark(value);
}

/** A URL without user and password, and without the values of query parameters that hold secrets. */
export function redactUrl(url: string, mark: Mark = plainMark): string {
  // Most headers are no URL at all.
  if (!url.includes('@') && !url.includes('=')) return url;
  return url
    .replace(
      /^([a-z][a-z0-9+.-]*:\/\/)([^/?#]*)@/i,
      (_whole, scheme: string, user: string) => `${scheme}${mark(user)}@`,
    )
    .replaceAll(/([?&#])([^?=&#]+)=([^&#]+)/g, (whole, separator: string, name: string, value: string) =>
      isSecret(readable(name)) ? `${separator}${name}=${mark(readable(value))}` : whole,
    );
}

const readable = (name: string): string => percentDecoded(name) ?? name;

/** Longer texts are not read as JSON. */
const longestJson = 256 * 1024;

/** JSON within a text, with its secrets removed; undefined if there is no JSON or no secret. */
function redactedJson(text: string, depth: number, mark: Mark): string | undefined {
  if (text.length > longestJson || !/^\s*[[{"]/.test(text)) return undefined;
  const content = readJson(text);
  if (content === undefined) return undefined;
  const before = JSON.stringify(content);
  const after = JSON.stringify(redactBody(content, mark, depth + 1));
  return before === after ? undefined : after;
}

/**
 * A member with a string value in JSON that cannot be parsed because it was cut, also within a string of other JSON.
 */
const memberInText =
  /((?<!\\)\\{0,8}"([^"\\]{1,100})\\{0,8}"\s{0,20}:\s{0,20}\\{0,8}")((?:[^"\\]|\\[^"\\])+)/g;

/** Characters of a scheme, a space and the shortest credential, less one. */
const shortestCredential = 21;

/**
 * A text without the secrets that are recognizable by their form: tokens, credentials, members of a form or of JSON
 * within it.
 */
function redactText(text: string, depth: number, mark: Mark): string {
  const nested = redactedJson(text, depth, mark);
  if (nested !== undefined) return nested;
  let rest = withoutJwts(text, mark, 8);
  // Most texts have nothing of what is looked for.
  if (rest.includes('"'))
    rest = rest.replaceAll(memberInText, (whole, before: string, name: string, value: string) =>
      isSecret(name) ? `${before}${mark(value)}` : whole,
    );
  if (rest.length > shortestCredential)
    rest = rest.replaceAll(
      /\b(bearer|basic)\s([\w.~+/=-]{16,})/gi,
      (_whole, scheme: string, credential: string) => `${scheme} ${mark(credential)}`,
    );
  if (rest.includes('://') && rest.includes('@'))
    rest = rest.replaceAll(
      /(\b[a-z][a-z0-9+.-]{0,20}:\/\/)([^/?#\s"'@]{1,300})@/gi,
      (_whole, scheme: string, user: string) => `${scheme}${mark(user)}@`,
    );
  if (!rest.includes('=')) return rest;
  return rest.replaceAll(
    /(^|[?&#;,\s])([^?=&#;,\s"']{1,100})=(\[redacted \w{1,8}\]|[^&#;,\s"']+)/g,
    (whole, separator: string, name: string, value: string) =>
      isSecret(readable(name)) ? `${separator}${name}=${mark(readable(value))}` : whole,
  );
}

/** A copy without the values of members that hold secrets, at any depth. */
export function redactBody(body: unknown, mark: Mark = plainMark, depth = 0): unknown {
  if (typeof body === 'string') return depth > deepest ? mark(body) : redactText(body, depth, mark);
  if (typeof body !== 'object' || body === null) return body;
  if (depth >= deepest) return '[not shown: nested too deeply]';
  if (Array.isArray(body)) return redactList(body, depth, mark);
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      isFilled(value) && holdsSecret(body, name) ? mark(value) : redactBody(value, mark, depth + 1),
    ]),
  );
}

/** A list of two may be a name and its value: some programs write headers and form members like this. */
function redactList(list: readonly unknown[], depth: number, mark: Mark): unknown[] {
  const [name, value] = list;
  if (list.length === 2 && typeof name === 'string' && typeof value === 'string' && isSecretHeader(name))
    return [name, mark(value)];
  return list.map((item) => redactBody(item, mark, depth + 1));
}

const isFilled = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

const titles = new Set(['name', 'key', 'header', 'field']);

function holdsSecret(body: object, name: string): boolean {
  // A form field or a header: its name is shown, its value is not.
  if (name === 'value')
    return Object.entries(body).some(
      ([title, text]) => titles.has(title) && typeof text === 'string' && isSecretHeader(text),
    );
  // The code of an asset or of an error.
  if (name === 'code' && ('minor_unit' in body || 'message' in body)) return false;
  return isSecret(name);
}

/** Members of the authorization service's response that are not secret; anything else may be. */
const harmlessMembers = new Set([
  'external_id',
  'first_name',
  'last_name',
  'email',
  'phone',
  'error',
  'message',
  'reason',
]);

/** A response of the authorization service: it may hold a secret under any name, or as plain text. */
export function redactAnswer(body: unknown, mark: Mark = plainMark, name = '', depth = 0): unknown {
  if (!isFilled(body) || typeof body === 'boolean') return body;
  if (typeof body !== 'object' || body === null) {
    if (!harmlessMembers.has(name)) return mark(body);
    return typeof body === 'string' ? redactText(body, depth, mark) : body;
  }
  if (depth === deepest) return mark(body);
  if (Array.isArray(body)) return body.map((item) => redactAnswer(item, mark, name, depth + 1));
  return Object.fromEntries(
    Object.entries(body).map(([member, value]) => [member, redactAnswer(value, mark, member, depth + 1)]),
  );
}
