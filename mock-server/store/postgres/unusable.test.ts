import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import pg from 'pg';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { describeWithPostgres } from '../../../postgres.testing.js';
import { notes } from '../notes.testing.js';
import { openTestWorlds } from './worlds.testing.js';

/** Whatever keeps a mock from using its database at the start is one message, without the password. */

beforeEach(() => {
  vi.stubEnv('PGPASSWORD', undefined);
  vi.stubEnv('PGPASSFILE', '/none');
  onTestFinished(() => void vi.unstubAllEnvs());
});

/** The name and the text of what it ends with. */
const problem = (url: string): Promise<string> =>
  openTestWorlds([notes], url).then(
    () => 'none',
    (error: Error) => `${error.name}: ${error.message}`,
  );
const unusable = (url: string, why: string) =>
  `DatabaseError: --state ${url}: the database cannot be used: ${why}`;

/** A server that says one thing to whoever connects, and a way to wait until nobody is connected any more. */
async function saying(reply: Buffer) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    socket.once('data', () => socket.write(reply));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return {
    at: `127.0.0.1:${(server.address() as AddressInfo).port}/db`,
    left: () => Promise.all([...sockets].map((socket) => once(socket, 'close'))),
  };
}

/** A message of the server: its kind, its length, its content. */
const message = (kind: string, ...content: readonly (number | string)[]): Buffer => {
  const body = Buffer.concat(
    content.map((part) =>
      typeof part === 'string' ? Buffer.from(`${part}\0`) : Buffer.from([0, 0, 0, part]),
    ),
  );
  const head = Buffer.alloc(5, kind);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
};
const failure = (code: string, text: string) => message('E', 'SFATAL', `C${code}`, `M${text}`, '');

describe('a server that lets nobody in', () => {
  it.each([
    ['28P01', 'wrong user or password', 'Check both in the URL, or PGPASSWORD'],
    ['28000', 'this user may not connect', 'Check that the user exists'],
    ['3D000', 'there is no such database', 'Create it: createdb NAME'],
    ['53300', 'too many connections', 'Raise max_connections'],
    ['57P03', 'the server is starting or stopping', 'Start the mock again'],
    ['XX000', 'it refuses what this program needs', 'PostgreSQL 15'],
  ])('with %s: %s', async (code, words, advice) => {
    const { at } = await saying(failure(code, 'no such thing'));
    expect(await problem(`postgres://dcm:secret@${at}`)).toContain(
      unusable(`postgres://dcm:***@${at}`, `${words} (${code}: no such thing). ${advice}`),
    );
  });

  it.each([
    ['in clear', message('R', 3)],
    ['as MD5', message('R', 5, 7)],
    ['as SCRAM', message('R', 10, 'SCRAM-SHA-256', '')],
  ])('without a password, which it wants %s, and leaves no connection behind', async (_how, reply) => {
    const { at, left } = await saying(reply);
    expect(await problem(`postgres://dcm@${at}`)).toContain(
      unusable(`postgres://dcm@${at}`, 'the server asks for a password and none is given. Set PGPASSWORD'),
    );
    await left();
  });

  it('without TLS, which the URL asks for', async () => {
    const { at } = await saying(Buffer.from('N'));
    const url = `postgres://dcm@${at}?sslmode=verify-full`;
    expect(await problem(url)).toContain(
      unusable(url, 'the server does not offer TLS, which is asked for ('),
    );
  });
});

describe('a URL', () => {
  it.each([
    ...['p/w#1', '1/w', '1#w', '1?w', 'p?w'].map((password) => `postgres://dcm:${password}@localhost/db`),
    'postgres://dcm@localhost:abc/db',
    'postgres://dcm@localhost/db?port=abc',
  ])('%s is none of a database', async (url) => {
    const said = await problem(url);
    expect(said).toMatch(
      /^DatabaseError: --state postgres:.*: this is no URL of a database\. Percent-encode /,
    );
    expect(said).not.toMatch(/dcm:[^*@]/);
  });

  it('may name a file that is not there', async () => {
    const url = 'postgres://dcm@127.0.0.1:1/db?sslmode=verify-full&sslrootcert=/none.pem';
    expect(await problem(url)).toContain(unusable(url, 'a file that its URL names cannot be read (ENOENT: '));
  });
});

describeWithPostgres('a database', (server) => {
  const asking = async (sql: string) => {
    const url = await server.database();
    const client = new pg.Client(url);
    await client.connect();
    await client.query(sql);
    await client.end();
    return url;
  };

  it.each([
    ['somebody else uses', 'CREATE TABLE dcm_worlds (a int)', '', 'it has tables with the same names'],
    ['has other migrations', 'CREATE TABLE dcm_migrations (a int)', '', 'it has tables with the same names'],
    ['has no such schema', 'SELECT 1', '&options=-c%20search_path%3Dfoo', 'the search path names no schema'],
  ])('that %s is not used', async (_how, sql, more, why) => {
    const url = `${await asking(sql)}${more}`;
    expect(await problem(url)).toContain(unusable(url, why));
  });

  it('is used with options of the URL beside those of the program', async () => {
    const url = `${await asking('CREATE SCHEMA foo')}&options=-c%20search_path%3Dfoo`;
    const { worlds } = await openTestWorlds([notes], url);
    onTestFinished(() => worlds.close());
    const shown = await worlds.database.rows("SELECT current_schema(), current_setting('enable_seqscan')");
    expect(shown).toEqual([['foo', 'off']]);
  });

  it('lets the user work only with rights to', async () => {
    const url = new URL(await asking('CREATE ROLE guest LOGIN'));
    url.username = 'guest';
    expect(await problem(url.href)).toContain(unusable(url.href, 'the user lacks rights (42501: '));
  });
});

it('a parameter that the program does not have is refused, not left out', async () => {
  expect(await problem('postgres://dcm:secret@localhost/db?sslmod=require')).toBe(
    'DatabaseError: --state postgres://dcm:***@localhost/db?sslmod=require: sslmod is no parameter of this program; it knows host, port, user, password, options, application_name, sslmode, sslrootcert, sslcert, sslkey, uselibpqcompat',
  );
});
