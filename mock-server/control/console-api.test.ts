import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { conformant } from '../../reports/result.testing.js';
import { raw, refusalOf } from '../client.testing.js';
import { createTestMock } from '../mock.testing.js';
import { createWorld, draft, employeeEmail, fund, fundedCustomer, of, transfer } from '../world.testing.js';

/** What the console asks of the control API beside the journal and the board. */

describe('transfers', () => {
  test('of all counterparties, newest first, page by page', async () => {
    const world = await createWorld();
    await fund(world, world, 100);
    for (let count = 0; count < 4; count++) {
      world.time.pass(1000);
      await draft(world, world.processing, world.emission, count + 1);
    }
    const first = await world.control.listTransfers({ query: { limit: 3 } });
    expect(first.transfers.map(({ amount }) => amount)).toEqual([4, 3, 2]);
    const second = await world.control.listTransfers({ query: { limit: 3, after: first.next } });
    expect(second.transfers[0]).toMatchObject({ amount: 1, status: 'CREATED', hash: '' });
    expect([second.next, second.transfers.length]).toEqual(['', 3]);
    expect(second.transfers.find(({ sender }) => sender.guid === world.emission)).toMatchObject({
      status: 'CONFIRMED',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      sender: { guid: world.emission, kind: 'emission', counterparty_name: 'Bank bank1' },
      receiver: { guid: world.processing, kind: 'processing' },
    });
  });

  test('by status, counterparty, guid, hash and entity', async () => {
    const world = await createWorld();
    await fund(world, world, 100);
    const { guid } = await draft(world, world.processing, world.emission, 7);
    const list = async (query: object) => (await world.control.listTransfers({ query })).transfers;
    expect(await world.control.getTransfer({ params: { guid } })).toEqual((await list({ search: guid }))[0]);
    const [confirmed] = await list({ status: 'CONFIRMED', counterparty_guid: world.guid });
    expect((await list({ status: 'CREATED' })).map((item) => item.guid)).toEqual([guid]);
    expect(
      (await list({ status: 'CREATED', counterparty_guid: world.guid })).map((item) => item.guid),
    ).toEqual([guid]);
    expect(await list({ search: guid.toUpperCase() })).toMatchObject([{ guid }]);
    expect(await list({ search: confirmed?.hash })).toEqual([confirmed]);
    const ofProcessing = (await list({})).filter(({ sender, receiver }) =>
      [sender.guid, receiver.guid].includes(world.processing),
    );
    expect(ofProcessing).toHaveLength(2);
    expect(await list({ search: world.processing })).toEqual(ofProcessing);
    expect(await list({ search: 'nothing' })).toEqual([]);
  });

  test('an envelope says what it does and who has signed it', async () => {
    const world = await createWorld();
    const one = await fundedCustomer(world, world, 'one@bank1.test', 25);
    const { transfers } = await world.control.listTransfers({ query: { search: world.processing } });
    const sent = transfers.find(({ sender }) => sender.guid === world.processing);
    const found = await world.control.decodeTransfer({ params: { guid: sent?.guid ?? '' } });
    const { entities } = await world.control.listEntities({ params: world });
    const addressOf = (guid: string) => entities.find((each) => each.guid === guid)?.stellar_address;
    expect(found).toMatchObject({
      hash: sent?.hash,
      source: addressOf(world.processing),
      memo: 'none',
      fee: 200,
      operations: [
        {
          type: 'payment',
          destination: addressOf(one.guid),
          asset: 'UAH',
          issuer: world.issuer,
          amount: '25',
        },
        { type: 'manageData', name: 'payment_guid', value: sent?.guid },
      ],
      signatures: [{ whose: 'entity', valid: true, signer: addressOf(world.processing) }],
    });
  });

  test('a draft has none', async () => {
    const world = await createWorld();
    await fund(world, world, 10);
    const { guid } = await draft(world, world.processing, world.emission, 1);
    expect((await refusalOf(world.control.decodeTransfer({ params: { guid } })))[2]).toBe(
      'envelope of this transfer not found',
    );
  });
});

test('callbacks, newest first, by status and counterparty', async () => {
  const world = await createWorld();
  await fund(world, world, 10);
  await transfer(world, world.processing, world.emission, 1);
  await world.domain.deliveries.settle();
  const list = (query: object) => world.control.listDeliveries({ query });
  const delivered = await list({ status: 'delivered', counterparty_guid: world.guid });
  expect(delivered.deliveries.map(({ kind, attempts }) => [kind, attempts.length])).toEqual([
    ['transfer', 1],
    ['transfer', 1],
  ]);
  expect(await list({ status: 'pending' })).toEqual({ deliveries: [], next: '' });
  const first = await list({ limit: 1 });
  expect(first).toMatchObject({ deliveries: [delivered.deliveries[0]] });
  expect((await list({ limit: 1, after: first.next })).deliveries).toEqual([delivered.deliveries[1]]);
  const [newest] = delivered.deliveries;
  const { guid, transaction_id } = newest ?? { guid: '', transaction_id: '' };
  expect(await world.control.getDelivery({ params: { guid } })).toEqual(newest);
  for (const filter of [{}, { status: 'delivered' }, { counterparty_guid: world.guid }])
    expect((await list({ transaction_id, ...filter })).deliveries).toEqual([newest]);
  for (const filter of [{ status: 'pending' }, { counterparty_guid: transaction_id }])
    expect((await list({ transaction_id, ...filter })).deliveries).toEqual([]);
});

describe('mails', () => {
  test('are shown without what only their reader may know, until someone reveals it', async () => {
    const world = await createWorld();
    const flow = await world.anybody.createRecoveryFlow({});
    const recovery = { method: 'code', email: employeeEmail } as const;
    await world.anybody.submitRecovery({ query: { flow: flow.id }, body: recovery });
    const { mails } = await world.control.listMail({ query: { to: employeeEmail } });
    const code = mails.find(({ kind }) => kind === 'recovery-code')?.code ?? '';
    const heads = await world.control.listMail({ query: { without_content: 'true' } });
    expect(heads.mails.map(({ guid }) => guid)).toEqual(mails.map(({ guid }) => guid));
    expect(new Set(heads.mails.map((mail) => mail.text + mail.code))).toEqual(new Set(['']));
    expect(code).not.toBe('');
    expect(JSON.stringify(heads)).not.toContain(code);

    const { guid } = heads.mails.find(({ kind }) => kind === 'recovery-code') ?? { guid: '' };
    expect(await world.control.getMail({ params: { guid } })).toMatchObject({ guid, code });
    const before = (await world.control.listEntries({})).entries[0]?.seq ?? 0;
    expect(await world.control.revealMail({ params: { guid }, body: {} })).toMatchObject({
      code,
      to: employeeEmail,
    });
    const [told] = (await world.control.listEntries({})).entries;
    expect(told).toMatchObject({ operation: 'revealMail', direction: 'in', status: 200 });
    expect(told?.seq).toBeGreaterThan(before);
    const shown = await world.control.getEntry({ params: { seq: told?.seq ?? 0 } });
    expect(shown.entry.response.body).toMatchObject({ guid, to: employeeEmail });
    expect(JSON.stringify(shown)).not.toContain(code);
  });

  test('one that is not there is not revealed, and nothing is recorded', async () => {
    const { control } = await createTestMock();
    const guid = '12345678-1234-4234-8234-1234567890ab';
    expect((await refusalOf(control.revealMail({ params: { guid }, body: {} })))[2]).toBe('mail not found');
    expect((await control.listEntries({})).entries).toEqual([]);
  });
});

test('the reserve, spelled out', async () => {
  const world = await createWorld();
  const read = () => world.control.getReserve({ params: world });
  expect(await read()).toMatchObject({ declared: false, rule: 'lenient', holds: true, circulation: 0 });
  await world.control.updateProfile({ body: { reserve: 'strict' } });
  expect(await read()).toMatchObject({ rule: 'strict', holds: true, remains: 0 });
  await world.control.updateProfile({ body: { reserve: 'lenient' } });
  await world.control.grantIdentifiers({ params: world, body: { amount: 40 } });
  await world.api.issueIdentifiers({ params: of(world), body: { amount: 10, reserve_balance: 70.5 } });
  expect(await read()).toMatchObject({
    declared: true,
    reserve: 70.5,
    created: 40,
    deleted: 0,
    circulation: 40,
    open: { direction: 'issue', amount: 10 },
    after: 50,
    remains: 20.5,
    holds: true,
  });
});

describe('the latest report', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dcm-report-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('none, and no folder', async () => {
    for (const reports of [undefined, folder]) {
      const mock = await createTestMock(reports === undefined ? {} : { reports });
      expect(await mock.control.latestReport({})).toMatchObject({ found: false, problem: '', page: '' });
      expect((await raw(mock.app, 'GET', '/control/v1/reports/latest/report.html')).status).toBe(404);
    }
  });

  test('one that is broken says so', async () => {
    await writeFile(join(folder, 'result.json'), '{"verdict":"conformant"');
    const { control } = await createTestMock({ reports: folder });
    expect(await control.latestReport({})).toMatchObject({
      found: false,
      problem: expect.stringContaining('result.json: file:'),
    });
  });

  test('in short and as a page that can do nothing', async () => {
    const tree = conformant();
    await writeFile(join(folder, 'result.json'), JSON.stringify(tree));
    await writeFile(join(folder, 'report.html'), '<p>report</p>');
    const { app, control } = await createTestMock({ reports: folder });
    const answer = await raw(app, 'GET', '/control/v1/reports/latest/report.html');
    expect([answer.status, answer.text]).toEqual([200, '<p>report</p>']);
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(answer.headers['content-security-policy']).toContain('sandbox');
    const latest = await control.latestReport({});
    expect(latest).toMatchObject({
      found: true,
      verdict: 'conformant',
      summary: tree.counts,
      page: '/control/v1/reports/latest/report.html',
    });
    expect(latest.steps.map(({ step, verdict }) => [step, verdict])).toEqual(
      tree.plan.map(({ step, verdict }) => [step, verdict]),
    );
  });
});
