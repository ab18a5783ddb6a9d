import type pg from 'pg';
import { parseIntoClientConfig } from 'pg-connection-string';
import pgpass from 'pgpass';
import { noPassword } from './problem.js';
import { databaseError, malformed, unknownParameter } from './unusable.js';

/** What of a connection is known when the server asks for its password. */
type Connecting = Parameters<typeof pgpass>[0];

/** A special character that is not encoded makes the rest of a password something else: a path, a fragment. */
const isTorn = (url: string): boolean => {
  const [, authority = '', rest = ''] = /^[^:]*:\/\/([^/?#]*)(.*)$/s.exec(url) ?? [];
  return rest.includes('#') || (!authority.includes('@') && /^[^=]*@/.test(rest));
};

/**
 * How to connect to a database, from its URL, from PGPASSWORD and other variables of libpq, and from `~/.pgpass`.
 *
 * @throws {DatabaseError} if the URL cannot be read, or a file that it names
 */
export function connectionTo(url: string): pg.ClientConfig {
  if (isTorn(url)) throw malformed(url);
  const config = parsed(url);
  requireKnown(url);
  const password = config.password || process.env.PGPASSWORD || passwordOfFile;
  return { ...config, password: password as pg.ClientConfig['password'] };
}

/** What the URL may say beside the place, the user and the database. */
const parameters = [
  ...['host', 'port', 'user', 'password', 'options', 'application_name'],
  ...['sslmode', 'sslrootcert', 'sslcert', 'sslkey', 'uselibpqcompat'],
] as const;

/** A mistyped sslmode would be no TLS at all. */
function requireKnown(url: string): void {
  const [, query = ''] = /\?([^#]*)/.exec(url) ?? [];
  for (const name of new URLSearchParams(query).keys())
    if (!(parameters as readonly string[]).includes(name)) throw unknownParameter(url, name, parameters);
}

function parsed(url: string): pg.ClientConfig {
  try {
    return parseIntoClientConfig(url);
  } catch (error) {
    throw isOfFile(error) ? databaseError(url, 'file', error) : malformed(url, error);
  }
}

const isOfFile = (error: unknown): boolean => error instanceof Error && 'syscall' in error;

/** The driver asks for it only if the server does. */
function passwordOfFile(connecting: Connecting): Promise<string> {
  return new Promise((resolve, reject) => {
    pgpass(connecting, (password) => {
      if (password !== undefined) resolve(password);
      else reject(Object.assign(new Error('no password is given'), { code: noPassword }));
    });
  });
}
