import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { curlIn } from '../../contract/curl.js';
import { type SnippetLanguage, snippetLanguages, snippetOf } from '../../contract/snippets/index.js';
import { raw } from '../client.testing.js';
import { listening } from '../listening.testing.js';
import { createWorld, of, type World } from '../world.testing.js';

/** A copied program sends what was sent: those whose language is on this machine are really run against the mock. */

const run = promisify(execFile);
const has = (program: string) => spawnSync(program, ['--version']).error === undefined;

/** How a program of each language is run: its file, and the command. */
const runners: Partial<Record<SnippetLanguage, readonly [file: string, command: string, ...string[]]>> = {
  curl: ['repeat.sh', 'bash'],
  fetch: ['repeat.mjs', process.execPath],
  python: ['repeat.py', 'python3'],
  java: ['Repeat.java', 'java'],
};

/** Quotes of each kind, what begins a variable, letters of two scripts. */
const difficult = `"it's" \\ $HOME \${x} {y} \`z\` %s — «гроші» \\u0041 #{1}`;

const entryOf = (world: World, operation: string) => {
  const entry = world.journal.search({ operation }, 1000).at(-1);
  if (!entry) throw new Error(`no entry of ${operation}`);
  return entry;
};

/** The program that repeats an entry, run with the session of the world; the status that it prints. */
async function repeat(world: World, language: SnippetLanguage, operation: string): Promise<string> {
  const origin = await listening(world.app);
  const entry = entryOf(world, operation);
  const around = { entry, curl: curlIn(entry, origin) };
  const [file = '', command = '', ...words] = runners[language] ?? [];
  const folder = await mkdtemp(join(tmpdir(), 'dcm-snippet-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, file);
  await writeFile(path, snippetOf(around, language, origin));
  const env = { ...process.env, SESSION_TOKEN: world.session };
  const { stdout } = await run(command, [...words, path], { env, timeout: 60_000 });
  return stdout;
}

for (const language of snippetLanguages) {
  const runner = runners[language];
  test.skipIf(runner === undefined || !has(runner[1]))(
    `a program in ${language} sends the same body with the session of its environment`,
    { timeout: 120_000 },
    async () => {
      const world = await createWorld();
      const body = {
        sender_id: world.processing,
        receiver_id: world.emission,
        amount: 1,
        purpose: difficult,
      };
      const path = `/api/v1/counterparty/${world.guid}/payments`;
      const headers = { authorization: `bearer ${world.session}`, 'x-note': 'a "b" c' };
      await raw(world.app, 'POST', path, headers).send(body);
      const first = entryOf(world, 'createPayment');
      expect(await repeat(world, language, 'createPayment')).toMatch(String(first.status));
      const again = entryOf(world, 'createPayment');
      expect(again.seq).toBeGreaterThan(first.seq);
      expect({ ...again, ms: 0, seq: 0 }).toMatchObject({
        operation: 'createPayment',
        status: first.status,
        counterparty_guid: world.guid,
        request: { body },
      });
      if (language !== 'curl') expect(again.request.headers['x-note']).toBe('a "b" c');
    },
  );
}

describe('of every language', () => {
  test.each(snippetLanguages)('%s has no credential, and says where it goes', async (language) => {
    const world = await createWorld();
    await world.api.listAccounts({ params: of(world) });
    const entry = entryOf(world, 'listAccounts');
    const text = snippetOf({ entry, curl: curlIn(entry, 'http://h') }, language, 'http://h');
    expect(text).toContain('SESSION_TOKEN');
    expect(text).toContain(`http://h/api/v1/counterparty/${world.guid}/accounts`);
    expect(text).not.toContain(world.session);
    expect(text).not.toContain('[redacted');
  });

  test.each(['fetch', 'java', 'csharp', 'python'] as const)(
    '%s names what has to be inserted',
    async (language) => {
      const world = await createWorld();
      const flow = await world.anybody.createLoginFlow({});
      const path = `/kratos/self-service/login?flow=${flow.id}`;
      await raw(world.app, 'POST', path).send({
        method: 'password',
        identifier: 'a@b.c',
        password: 'S3CR3T',
      });
      const entry = entryOf(world, 'submitLogin');
      const text = snippetOf({ entry, curl: '' }, language, 'http://h');
      expect(text).toMatch(/(?:\/\/|#) body\.password: not kept as it was sent; insert the value/);
      expect(text).not.toContain('S3CR3T');
    },
  );

  test('a request to a simulated bank is no program', async () => {
    const world = await createWorld();
    await world.api.listAccounts({ params: of(world) });
    const entry = { ...entryOf(world, 'listAccounts'), url: 'simulated://bank2/key' };
    for (const language of snippetLanguages)
      expect(snippetOf({ entry, curl: '' }, language, 'http://h')).toBe('');
  });

  test('what is written in C# closes its texts and brackets', async () => {
    const world = await createWorld();
    const body = { sender_id: world.processing, receiver_id: world.emission, amount: 1, purpose: difficult };
    const path = `/api/v1/counterparty/${world.guid}/payments`;
    await raw(world.app, 'POST', path, { authorization: `bearer ${world.session}` }).send(body);
    const text = snippetOf({ entry: entryOf(world, 'createPayment'), curl: '' }, 'csharp', 'http://h');
    const code = text.replaceAll(/"(?:[^"\\\n]|\\(?:["\\bfnrt]|u[\da-f]{4}))*"/g, '""');
    expect(code).not.toMatch(/""[^\s;,.+)]/);
    for (const [open, close] of ['()', '{}'].map((pair) => [...pair] as [string, string]))
      expect(code.split(open).length).toBe(code.split(close).length);
    for (const line of code.split('\n').filter((line) => !/^\/\/|^$/.test(line))) expect(line).toMatch(/;$/);
  });
});
