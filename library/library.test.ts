import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { end, folder, patience, start } from '../cli/cli.testing.js';
import { program } from '../program.testing.js';
import { type MockOptions, prove, startMock, startReferenceBank, UsageError, verify } from './index.js';

async function mockOfTest(options: MockOptions = {}) {
  const mock = await startMock(options);
  onTestFinished(() => mock.close());
  return mock;
}

/** A bank with two customers, the first with 100 hryvnias. */
async function money(options: MockOptions = {}) {
  const mock = await mockOfTest(options);
  const bank = await mock.registerBank();
  const payer = await bank.newCustomer({ amount: 100 });
  const payee = await bank.newCustomer();
  const pay = async (amount: number) => {
    const params = { counterparty_guid: bank.guid };
    const order = { sender_id: payer.entity, receiver_id: payee.entity, amount };
    const draft = await bank.api.createPayment({ params, body: order });
    await bank.api.confirmPayment({ params, body: draft });
  };
  return { mock, bank, payer, payee, pay };
}

/** Runs a program that uses the library to its end: it must end by itself. */
async function ran(code: string) {
  const library = pathToFileURL(program('library/index.ts')).href;
  const file = join(await folder(), 'program.mjs');
  await writeFile(file, `import * as library from ${JSON.stringify(library)};\n${code}`);
  return end(start([file]));
}

describe('a mock of the library', { timeout: patience }, () => {
  it('moves money, and its journal returns each entry once, whenever it came', async () => {
    const { mock, bank, payee, pay } = await money();
    const coming = mock.journal.next({ operation: 'createPayment' });
    await pay(25.5);
    await pay(4.5);
    const bodies = [await coming, await mock.journal.next({ operation: 'createPayment' })];
    expect(bodies.map(({ request }) => (request.body as { amount: number }).amount)).toEqual([25.5, 4.5]);
    expect(await bank.balance(payee.entity)).toBe(30);
    const own = await mock.journal
      .next({ operation: 'createPayment', body: { amount: 1 } }, { timeoutMs: 20 })
      .catch((error: Error) => error);
    expect(own).toMatchObject({ name: 'JournalTimeoutError' });
    expect(String(own)).toContain('within 20 ms');
  });

  it('says what came nearest, and which operation was meant', async () => {
    const { mock, pay } = await money();
    await pay(5);
    await mock.journal.next({ operation: 'confirmPayment' });
    const late = mock.journal.next({ operation: 'createPayment', status: 403 }, { timeoutMs: 30 });
    await expect(late).rejects.toThrow(/nearest is .*but/);
    await expect(mock.journal.next({ operation: 'createPaymnt' as 'key' })).rejects.toThrow(
      'unknown operation createPaymnt; did you mean createPayment?',
    );
    await expect(mock.journal.next({ operation: 'moveClock' as 'key' })).rejects.toThrow(
      'requests to the control API are not in the journal',
    );
  });

  it('leaves out what helpers send and cause', async () => {
    const mock = await mockOfTest();
    const service = await startReferenceBank({ dcmUrl: mock.url });
    onTestFinished(() => service.close());
    const bank = await mock.registerBank({ url: service.url });
    await service.createSecret({ login: 'olena@bank1.example' });
    const customer = await bank.newCustomer({ login: 'olena@bank1.example', amount: 7 });
    expect(await bank.balance(customer.entity)).toBe(7);
    expect(await mock.journal.all({ operation: 'createCustomer' })).toEqual([]);
    expect(await mock.journal.all({ operation: 'user_auth' })).toEqual([]);
    const body = { login: 'nobody', asset_code: bank.assetCode, asset_issuer: bank.assetIssuer };
    const refused = bank.api.createCustomer({ params: { counterparty_guid: bank.guid }, body });
    await expect(refused).rejects.toMatchObject({ name: 'ApiError' });
    expect(await mock.journal.next({ operation: 'user_auth' })).toMatchObject({ status: 401 });
  });

  it('begins anew after a reset', async () => {
    const { mock, pay } = await money();
    await pay(1);
    await mock.reset();
    expect(await mock.journal.all()).toEqual([]);
    const bank = await mock.registerBank();
    await bank.fund(bank.processing, 2_000_000);
    expect(await bank.balance(bank.processing)).toBe(3_000_000);
  });

  it('registers several banks, each under the next alias', async () => {
    const mock = await mockOfTest();
    const [one, other] = [await mock.registerBank(), await mock.registerBank()];
    expect([one.alias, other.alias]).toEqual(['bank1', 'bank2']);
    await expect(mock.registerBank({ alias: 'bank1' })).rejects.toThrow('already exists');
  });

  it('refuses what it would otherwise ignore, and says what was meant', async () => {
    await expect(startMock({ prot: 4010 } as never)).rejects.toThrow(
      'startMock: unknown option prot; did you mean port?',
    );
    await expect(startMock({ port: '4010' as never })).rejects.toThrow(
      'startMock: port: expected a number from 0 to 65535, not 4010',
    );
    const { mock, bank } = await money();
    await expect(mock.registerBank({ colour: 1 } as never)).rejects.toThrow(
      'registerBank: unknown option colour; there are alias, url, attributes, employee, amount',
    );
    await expect(bank.newCustomer({ amount: -1 })).rejects.toThrow('newCustomer: amount: expected a number');
    await expect(mock.journal.next({ operations: 'getPayment' } as never)).rejects.toThrow(
      'journal: unknown option operations; did you mean operation?',
    );
    await expect(mock.journal.next({}, { timeoutMs: 'soon' as never })).rejects.toThrow(
      'timeoutMs: expected',
    );
    await expect(verify({ reference: true }, { step: '7' } as never)).rejects.toThrow('did you mean steps?');
    await expect(prove({ defects: ['x'] } as never)).rejects.toThrow('prove: unknown option defects');
    await expect(startReferenceBank(undefined as never)).rejects.toThrow('dcmUrl is missing');
    await expect(bank.api.createPayment({} as never)).rejects.toThrow(
      'createPayment: params.counterparty_guid is missing',
    );
  });

  it('is closed as often as one likes, and says so afterwards', async () => {
    const { mock, bank } = await money();
    const coming = mock.journal.next({ operation: 'getPayment' });
    await Promise.all([mock.close(), mock.close(), expect(coming).rejects.toThrow('the mock is closed')]);
    await mock.close();
    await expect(bank.newCustomer()).rejects.toThrow('the mock is closed: start another one');
    await expect(mock.registerBank()).rejects.toThrow('the mock is closed');
    await expect(mock.reset()).rejects.toThrow('the mock is closed');
  });

  it('runs beside others, and refuses a port that is taken', async () => {
    const [one, other] = [await mockOfTest(), await mockOfTest()];
    expect(one.url).not.toBe(other.url);
    const port = Number(new URL(one.url).port);
    await expect(startMock({ port })).rejects.toMatchObject({
      name: 'ListenError',
      message: expect.stringContaining(`cannot listen on 127.0.0.1:${port}: another program`),
    });
    await one.close();
    const again = await mockOfTest({ port });
    expect(again.url).toBe(one.url);
  });

  it('leaves nothing behind: importing, a taken port and a closed mock let the process end', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void taken.close());
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as { port: number };
    const { code, out, err } = await ran(`
const listeners = process.eventNames().length;
await library.startMock({ port: ${port} }).catch((error) => console.log(error.name));
await library.startMock({ keys: 'missing.json' }).catch((error) => console.log(error.message));
const mock = await library.startMock();
await mock.close();
console.log(process.eventNames().length - listeners);
`);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.split('\n')).toEqual(['ListenError', expect.stringContaining('missing.json'), '0', '']);
    expect(await ran('')).toEqual({ code: 0, out: '', err: '' });
  });
});

describe('the verdict of the library', { timeout: patience }, () => {
  it('is the result tree, without a word', async () => {
    const { code, out, err } = await ran(`
const heard = [];
const options = { steps: '7', seed: 'demo', onScenario: ({ id }) => heard.push(id) };
const both = await Promise.allSettled([
  library.verify({ reference: true }, options),
  library.verify({ reference: true }, options),
]);
const [{ value: result }, { reason }] = both;
console.log(result.verdict, result.exit_code, result.seed, result.selection, heard.length === result.scenarios.length);
console.log(reason.name, reason.message);
console.log((await library.verify({ reference: true }, { tags: '@S07-02' })).verdict, process.exitCode);
`);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.split('\n')).toEqual([
      'partial 0 demo steps 7 true',
      'UsageError a verification is already running in this process: wait for its result first',
      'partial undefined',
      '',
    ]);
  });

  it('is refused for what cannot be verified', async () => {
    await expect(verify('missing.yaml')).rejects.toThrow('missing.yaml');
    await expect(verify({} as never)).rejects.toThrow('the configuration:');
    await expect(verify({ reference: true }, { steps: '99' })).rejects.toBeInstanceOf(UsageError);
    await expect(prove({ defect: 'no-such' })).rejects.toThrow('no-such');
  });
});
