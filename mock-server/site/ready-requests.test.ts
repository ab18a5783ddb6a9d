import { expect, test } from 'vitest';
import { expectFresh, expectFreshJson } from '../../fresh-page.testing.js';
import { raw } from '../client.testing.js';
import { createWorld, employeeEmail } from '../world.testing.js';
import { apiDocument } from './documents.js';
import { httpFile } from './http-file.testing.js';
import { postmanCollection } from './postman.testing.js';
import { readyRequests, variablesOf } from './ready-requests.testing.js';

/** docs/dcm.http and the Postman collection; `npm run docs` writes both anew. */

const requests = readyRequests(apiDocument());
const collection = postmanCollection(requests);

test('docs/dcm.http is what the OpenAPI document says', async () => {
  const file = httpFile(requests);
  await expectFresh('docs/dcm.http', file);
  for (const { id } of requests) expect(file).toContain(`# @name ${id}\n`);
});

test('the Postman collection is, too', async () => {
  await expectFreshJson('docs/openapi/dcm.postman_collection.json', collection);
});

interface Item {
  readonly name: string;
  readonly event?: readonly { readonly script: { readonly exec: readonly string[] } }[];
  readonly request: {
    readonly method: string;
    readonly header: readonly { readonly key: string; readonly value: string }[];
    readonly url: { readonly raw: string };
    readonly body?: {
      readonly raw?: string;
      readonly urlencoded?: readonly { readonly key: string; readonly value: string }[];
    };
  };
}

const items = (collection as { item: { name: string; item: Item[] }[] }).item.flatMap(({ item }) => item);

test('every request of the collection can be sent: none is malformed, and those that read are served', async () => {
  const password = 'Correct-Horse-7';
  const world = await createWorld();
  const employee = await world.domain.employees.byEmail(employeeEmail);
  await world.domain.employees.setPassword(employee?.guid ?? '', password);
  const { guid, issuer, emission, processing } = world;
  await world.control.grantIdentifiers({ params: { guid }, body: { amount: 100 } });
  const known: Record<string, string> = {
    ...variablesOf(requests),
    ...{ baseUrl: '', guid, email: employeeEmail, password, asset_issuer: issuer, login: 'ann@bank1.test' },
    ...{ sender_id: emission, receiver_id: processing, account_guid: processing },
  };
  const filled = (text: string) =>
    text.replaceAll(/\{\{(\w+)\}\}/g, (_all, name: string) => known[name] ?? '?');

  const send = async ({ request: { method, header, url, body }, event }: Item) => {
    const form = body?.urlencoded?.map(({ key, value }): [string, string] => [key, filled(value)]);
    const headers = Object.fromEntries(header.map(({ key, value }) => [key.toLowerCase(), filled(value)]));
    const sent = form ? new URLSearchParams(form).toString() : filled(body?.raw ?? '');
    if (form) headers['content-type'] = 'application/x-www-form-urlencoded';
    const outgoing = raw(world.app, method, filled(url.raw), headers);
    const answer = await (sent === '' ? outgoing : outgoing.send(sent));
    const [{ script } = { script: { exec: [] } }] = event ?? [];
    for (const line of answer.status === 200 ? script.exec : []) {
      const [, name = '', member = ''] = /set\('(\w+)', pm\.response\.json\(\)\.(\w+)\)/.exec(line) ?? [];
      known[name] = answer.body[member];
    }
    return { status: answer.status, text: answer.text };
  };

  const order = [
    'createLoginFlow',
    'submitLogin',
    'whoami',
    'createPayment',
    'confirmPayment',
    'createCustomer',
  ];
  expect(items.slice(0, 3).map(({ name }) => name)).toEqual(order.slice(0, 3));
  for (const name of [...order, 'createBranch']) {
    const item = items.find((one) => one.name === name);
    expect([name, item && (await send(item))]).toMatchObject([name, { status: 200 }]);
  }
  // These need an officer, or something that belongs to the branch.
  const others = ['listCounterparties', 'getCounterparty', 'getBranchCustomerAccounts', 'getBranchPayment'];
  const reads = items.filter(({ name, request }) => request.method === 'GET' && !others.includes(name));
  expect(reads.length).toBeGreaterThan(35);
  for (const item of reads) expect([item.name, await send(item)]).toMatchObject([item.name, { status: 200 }]);
  for (const item of items.filter(({ request, name }) => request.method !== 'GET' && name !== 'logout')) {
    const { status, text } = await send(item);
    expect([item.name, status, text]).toEqual([item.name, expect.toSatisfy((code) => code < 500), text]);
    expect(text).not.toMatch(/invalid JSON|unknown path|is required/);
  }
}, 60_000);
