import { Keypair, TransactionBuilder } from '@stellar/stellar-base';
import { describe, expect, test } from 'vitest';
import { type Described, type Document, mediaOf, problemsOf } from '../described.testing.js';
import type { Operation } from '../operation.js';
import { operations } from '../operations/index.js';
import { catalogue, type Rule } from '../rules/index.js';
import { authorizationExamples, signExamples } from './examples.js';
import { bankApi } from './index.js';

/** The document of the bank's side, as far as the contract decides what it says. */

const document = JSON.parse(JSON.stringify(bankApi())) as Document;
const methods = ['user_auth', 'key', 'external_id'] as const;
const of = (method: (typeof methods)[number]) => document.paths[`/${method}`]?.get;

test('has what the bank serves', () => {
  const served = Object.entries(document.paths).map(([path, { get }]) => `${get ? 'GET' : 'POST'} ${path}`);
  expect(served).toEqual([
    ...['GET /user_auth', 'GET /key', 'GET /external_id', 'POST /sign'],
    ...['pay-in', 'pay-out', 'transfer'].map((kind) => `POST /api/dcm/notify/${kind}`),
  ]);
  expect(document.tags.find(({ name }) => name === 'Secrets')?.description).toContain('create-secrets');
});

test('has examples that are as its schemas say', () => {
  const all = mediaOf(document).flatMap(({ schema, examples }) =>
    Object.values(examples).map(({ value }) => problemsOf(document, schema, value)),
  );
  expect(all.length).toBeGreaterThan(15);
  expect(all.filter(Boolean)).toEqual([]);
});

test.each(methods)('/%s has the limits of a response, and a refusal for what is not permitted', (method) => {
  const described = of(method);
  const { responses = {} }: Partial<Described> = described ?? {};
  expect(described).toMatchObject({ 'x-time-limit-ms': 1000, 'x-provenance': 'D BAUTH' });
  expect(Object.keys(responses)).toEqual(['200', '401', 'default']);
  expect(responses.default?.description).toContain('400 `bank authorization failed');
  const schema = responses[200]?.content?.['application/json'].schema ?? {};
  const documented: Readonly<Record<string, string>> = authorizationExamples[method];
  const wrong = Object.entries(documented).flatMap(([name, value]) => {
    const { [name]: _left, ...others } = documented;
    const bad: unknown[] = [
      { ...documented, [name]: null },
      { ...documented, [name]: 7 },
    ];
    if (name === 'external_id') bad.push({ ...documented, [name]: value.padEnd(501, 'x') });
    return name === 'external_id' || name === 'key' ? [...bad, others] : bad;
  });
  for (const value of wrong) expect(problemsOf(document, schema, value)).not.toBe('');
  const longest = { ...documented, external_id: 'x'.repeat(500) };
  expect(problemsOf(document, schema, longest)).toBe('');
});

test.each(methods)('/%s says what its token says, for each operation that calls it', (method) => {
  const [parameter] = of(method)?.parameters ?? [];
  expect(parameter).toMatchObject({ name: 'X-Session-ID', in: 'header', required: false });
  const declared = Object.values<Operation>(operations).flatMap(({ id, reverseCalls = [] }) =>
    reverseCalls.filter((call) => call.method === method).map(({ flow }) => ({ operation: id, flow })),
  );
  expect(declared.length).toBeGreaterThan(0);
  expect(parameter?.['x-calls']).toMatchObject(declared);
  for (const { operation, flow } of declared)
    expect(parameter?.description).toContain(`| ${operation} | \`${flow}\` |`);
  const { 'x-calls': calls } = parameter as unknown as { 'x-calls': { obj: string; sub: string }[] };
  for (const { obj, sub } of calls)
    expect([obj, sub]).toEqual([expect.stringMatching(/login|external id/), expect.stringMatching(/\w/)]);
});

test('describes the token claim by claim', () => {
  const { dcmToken } = document.components.securitySchemes as unknown as {
    dcmToken: { 'x-token': { claims: { properties: Record<string, { description: string }> } } };
  };
  const { claims } = dcmToken['x-token'];
  expect(Object.keys(claims.properties)).toEqual(['flow', 'obj', 'sub', 'iat', 'exp']);
  for (const one of Object.values(claims.properties)) expect(one.description).toMatch(/\.$/);
});

describe('rules', () => {
  const named = new Set(
    [...Object.values(document.paths).map(({ get, post }) => get ?? post), ...document.tags].flatMap((part) =>
      ((part['x-rules'] ?? []) as { id: string }[]).map(({ id }) => id),
    ),
  );

  test('about what DCM calls are all named', () => {
    const called = Object.values<Rule>(catalogue)
      .map(({ id }) => id)
      .filter((id) => /^(?:AUTH|JWT|KEY|SIGN|CALLBACK)-/.test(id) && id !== 'JWT-06');
    expect([...named].toSorted()).toEqual(called.toSorted());
  });

  test('stand once in each operation', () => {
    for (const { get, post } of Object.values(document.paths)) {
      const ids = (get ?? post)['x-rules'].map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

test('the example of /sign is the documented envelope with a valid signature', () => {
  const network = 'Test SDF Network ; September 2015';
  const { request, response } = signExamples;
  const [asked, signed] = [request, response].map(({ transaction_xdr }) =>
    TransactionBuilder.fromXDR(transaction_xdr, network),
  );
  expect(asked?.hash().toString('hex')).toBe(
    '6154d0df696633e7d61ed3e2957a7168cf152845815dbc7d3547de6f7d9b9230',
  );
  expect(signed?.hash()).toEqual(asked?.hash());
  const key = Keypair.fromPublicKey(response.address[0] ?? '');
  const [signature] = signed?.signatures ?? [];
  expect(signature && key.verify(signed?.hash() ?? Buffer.of(), signature.signature())).toBe(true);
  expect(request.address).toEqual(response.address);
});
