/** Keeps secrets out of everything that is shown: journal, console, reports. */

const mark = '[redacted]';

const secretHeaders = new Set([
  'authorization',
  'cx-authorization',
  'x-session-id',
  'x-session-token',
  'x-auth-token',
  'cookie',
  'set-cookie',
]);

const secretMembers = new Set([
  'key',
  'password',
  'code',
  'token',
  'session_token',
  'ory_session_token',
  'access_token',
  'refresh_token',
  'csrf_token',
  'seed',
  'd',
  'p',
  'q',
  'dp',
  'dq',
  'qi',
]);

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

/** A copy without the values of members that hold secrets, at any depth. An asset's `code` is no secret. */
export function redactBody(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(redactBody);
  if (typeof body !== 'object' || body === null) return body;
  const asset = 'minor_unit' in body;
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => {
      const secret =
        secretMembers.has(name) && typeof value === 'string' && value !== '' && !(asset && name === 'code');
      return [name, secret ? mark : redactBody(value)];
    }),
  );
}
