/** Headers in which clients send a session by mistake: those of other systems, other spellings, and the one of DCM itself. */
const names = [
  ...['X-Session-ID', 'X-Session-Token', 'X-Session', 'Session-ID', 'Session-Token', 'Session'],
  ...['X-Auth-Token', 'X-Access-Token', 'X-API-Key', 'Token'],
  ...['X-Authorization', 'Authorisation', 'Authentication', 'Proxy-Authorization'],
];

/** The name of a filled header in which a session is not looked for; undefined without one. */
export const strayHeader = (
  headers: Readonly<Record<string, string>>,
  read: readonly string[] = [],
): string | undefined =>
  names.find((name) => !read.includes(name) && (headers[name.toLowerCase()] ?? '') !== '');
