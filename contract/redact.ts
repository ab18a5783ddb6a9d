/** Keeps secrets out of everything that is shown: journal, console, reports. */

const mark = '[redacted]';

const secretHeaders = new Set([
  'authorization',
  'proxy-authorization',
  'cx-authorization',
  'x-session-id',
  'x-session-token',
  'x-auth-token',
  'cookie',
  'set-cookie',
]);

/** Names of members without `-` and `_`; private members of JWKs among them. */
const secretMembers = new Set(['key', 'apikey', 'privatekey', 'code', 'seed', 'pin', 'jwt']);
const privateJwkMembers = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi', 'k']);

const isSecret = (name: string): boolean => {
  const plain = name.toLowerCase().replaceAll(/[-_]/g, '');
  return secretMembers.has(plain) || privateJwkMembers.has(name) || /(password|secret|token)$/.test(plain);
};

/** Deeper than any message that makes sense; what lies below is not shown. */
const deepest = 40;

export function redactHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      secretHeaders.has(name.toLowerCase()) && value !== '' ? redactCredential(value) : value,
    ]),
  );
}

/** The scheme word of a credential stays, since it is often what is wrong. */
function redactCredential(value: string): string {
  const scheme = /^(bearer|basic)\s/i.exec(value)?.[1];
  return scheme ? `${scheme} ${mark}` : mark;
}

/** A URL without user and password, and without the values of query parameters that hold secrets. */
export function redactUrl(url: string): string {
  return url
    .replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i, `$1${mark}@`)
    .replaceAll(/([?&#])([^?=&#]+)=[^&#]+/g, (whole, separator: string, name: string) =>
      isSecret(readable(name)) ? `${separator}${name}=${mark}` : whole,
    );
}

function readable(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** A copy without the values of members that hold secrets, at any depth. */
export function redactBody(body: unknown, depth = 0): unknown {
  if (typeof body !== 'object' || body === null) return body;
  if (depth === deepest) return '[not shown: nested too deeply]';
  if (Array.isArray(body)) return body.map((one) => redactBody(one, depth + 1));
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      isFilled(value) && holdsSecret(body, name) ? mark : redactBody(value, depth + 1),
    ]),
  );
}

const isFilled = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

function holdsSecret(body: object, name: string): boolean {
  // A field of a form: its name is told, its value is not.
  if (name === 'value') return 'name' in body && typeof body.name === 'string' && isSecret(body.name);
  // The code of an asset or of an error.
  if (name === 'code' && ('minor_unit' in body || 'message' in body)) return false;
  return isSecret(name);
}

/** Members of an answer of the authorization service that are no secret; whatever else it says may be one. */
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

/** An answer of the authorization service: it may hold a secret under any name, or as bare text. */
export function redactAnswer(body: unknown, name = '', depth = 0): unknown {
  if (!isFilled(body) || typeof body === 'boolean') return body;
  if (typeof body !== 'object' || body === null) return harmlessMembers.has(name) ? body : mark;
  if (depth === deepest) return mark;
  if (Array.isArray(body)) return body.map((one) => redactAnswer(one, name, depth + 1));
  return Object.fromEntries(
    Object.entries(body).map(([member, value]) => [member, redactAnswer(value, member, depth + 1)]),
  );
}
