import { createConfig, lintFromString } from '@redocly/openapi-core';
import { Validator } from '@seriousme/openapi-schema-validator';
import express from 'express';
import { expect, test } from 'vitest';
import { asVersion30 } from '../../contract/openapi-30.js';
import type { Operation } from '../../contract/operation.js';
import { operations } from '../../contract/operations/index.js';
import { expectFreshJson } from '../../fresh-page.testing.js';
import { request } from '../../in-memory.testing.js';
import { createTestMock } from '../mock.testing.js';
import { apiDocument, createDocuments, documentPaths, documents } from './documents.js';

/** The OpenAPI documents as they are served and shipped; `npm run docs` writes docs/openapi anew. */

type Json = Readonly<Record<string, unknown>>;

const asJson = (document: object) => JSON.parse(JSON.stringify(document)) as Json;
/** Where `dcm mock` is without options. */
const usual = 'http://127.0.0.1:4010';
const names = Object.keys(documents) as (keyof typeof documents)[];
const all = names.flatMap((name) => {
  const document = documents[name](usual);
  return [
    { name, version: '3.1', full: '3.1.0', document: asJson(document) },
    { name, version: '3.0', full: '3.0.3', document: asJson(asVersion30(document)) },
  ] as const;
});

test.each(all)('$name $version has no errors under two public tools', async ({ document }) => {
  const config = await createConfig({ extends: ['recommended'] });
  const problems = await lintFromString({ source: JSON.stringify(document), config });
  const errors = problems.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual([]);
  const { valid, errors: broken } = await new Validator().validate(structuredClone(document));
  expect([valid, broken]).toEqual([true, undefined]);
});

test.each(all)('$name $full is a file of the package', async ({ name, full, document }) => {
  await expectFreshJson(`docs/openapi/${name}-${full}.json`, document);
});

test.each(all)('$name $version is served, with the URL of the mock', async ({ name, version, full }) => {
  const app = express().use(createDocuments(() => 'https://bank.test/dcm/"'));
  const { body, headers } = await request(app).get(`${documentPaths[name]}?version=${version}`);
  const made = asJson(documents[name]('https://bank.test/dcm/"'));
  expect(body).toEqual(version === '3.0' ? asVersion30(made) : made);
  expect([body.openapi, headers['content-type']]).toEqual([full, 'application/json; charset=utf-8']);
});

test('the server of the API is where the request came', async () => {
  const { app, control } = await createTestMock();
  for (const host of ['one.test:1', 'two.test']) {
    const { body } = await request(app).get('/openapi.json').set({ host });
    expect(body.servers).toEqual([{ url: `http://${host}`, description: 'this mock' }]);
  }
  const { servers } = (await control.getControlApi({})) as unknown as { servers: { url: string }[] };
  expect(servers[0]?.url).toBe('http://127.0.0.1');
});

test('another version is refused', async () => {
  const app = express().use(createDocuments(() => usual));
  for (const version of ['2.0', '', '3.0&version=3.1']) {
    const { status, body } = await request(app).get(`/bank/openapi.json?version=${version}`);
    expect([status, body]).toEqual([400, { error: 'unknown version; there are 3.1 and 3.0' }]);
  }
});

interface Described {
  readonly callbacks?: Readonly<Record<string, { readonly $ref: string }>>;
  readonly 'x-reverse-calls'?: readonly { readonly method: string; readonly flow: string }[];
}

test('an operation names what it calls at the bank', () => {
  const { paths, components } = apiDocument() as {
    paths: Record<string, Record<string, Described>>;
    components: { callbacks: Record<string, Record<string, object>> };
  };
  const notices = ['sign', 'pay-in', 'pay-out', 'transfer'];
  for (const operation of Object.values<Operation>(operations)) {
    const { id, path, method, reverseCalls = [] } = operation;
    const described = paths[path]?.[method.toLowerCase()];
    const expected = [...new Set(reverseCalls.map((call) => call.method as string))];
    if (/^confirm(?:Branch)?Payment$/.test(id)) expected.push(...notices);
    const called = Object.entries(described?.callbacks ?? {});
    expect([id, called.map(([name]) => name)]).toEqual([id, expected]);
    const calls = described?.['x-reverse-calls'] ?? [];
    expect(calls.map((call) => [call.method, call.flow])).toEqual(
      reverseCalls.map((call) => [call.method, call.flow]),
    );
    for (const [name, { $ref }] of called) {
      const component = components.callbacks[$ref.replace('#/components/callbacks/', '')] ?? {};
      expect(Object.keys(component)[0]).toMatch(new RegExp(`/${name}$`));
    }
  }
});
