import { describe, expect, test } from 'vitest';
import type { Observer, Sight } from '../observer.js';
import { type Given, runOf, written } from '../recording.testing.js';
import { seenIn } from '../seen.js';
import { callbackTimes } from './callbacks.js';
import { connections, reverseCalls } from './calls.js';
import { accountsList, lists } from './responses.js';
import { actStatus, errorBody, refusalStatusOf } from './statuses.js';
import { tokenContent } from './tokens.js';
import { amounts, dates, fee } from './values.js';

/** What a mock cannot show: what is between the readings, or not known. */

const shown = (sights: readonly Sight[]) =>
  sights.map((one) => ('options' in one ? one.options : one.beyond.en));
const observed = ({ observe }: Observer, ...given: readonly Given[]) =>
  shown(observe(seenIn([written(...given)])));

const out = (operation: string, more: Partial<Given> = {}): Given => ({
  operation,
  direction: 'out',
  ...more,
});
const claims = { flow: 'sign-in', obj: 'ext-1', sub: 's', iat: 1, exp: 61 };

describe('reverse calls', () => {
  const issue: Given = { operation: 'issueIdentifiers', method: 'POST', asked: { amount: 1 }, ms: 10 };

  test('three of the same are like no reading', () => {
    const call = out('external_id', { cause: 1, claims });
    expect(observed(reverseCalls, issue, call, call, call)).toEqual([
      { reverse_check: 'documented' },
      'each call is made 3 times',
    ]);
  });

  test('another method than declared is like no reading', () => {
    expect(observed(reverseCalls, issue, out('key', { cause: 1, claims }))[0]).toBe(
      'issueIdentifiers called /key instead of /external_id',
    );
  });

  test('nothing is said while it is not known who caused a call', () => {
    expect(observed(reverseCalls, issue, out('external_id', { cause: 0, claims }))).toEqual([]);
  });

  test('nothing is said if requests of DCM were not recorded', () => {
    const { exchanges, name } = written(issue);
    expect(reverseCalls.observe(seenIn([{ name, exchanges, run: runOf({ bank: '' }) }]))).toEqual([]);
  });

  test('a call in the next part of a recording belongs to the request before', () => {
    const { exchanges, name } = written(issue, out('external_id', { cause: 1, claims }));
    const parts = [2, 1].map((part) => ({
      name,
      run: runOf({ part }),
      exchanges: exchanges.slice(part - 1, part),
    }));
    expect(shown(reverseCalls.observe(seenIn(parts)))[0]).toEqual({ reverse_check: 'documented' });
  });
});

describe('callbacks', () => {
  const confirm: Given = { operation: 'confirmPayment', method: 'POST', asked: { guid: 'G-1' } };
  const callback = out('transfer', { asked: { transaction_id: 'g-1' } });
  const later: Given = { operation: 'listAccounts', at: '2026-01-05T12:01:00.000Z' };

  test('that never came are only missed after a while', () => {
    expect(observed(callbackTimes, confirm)).toEqual([]);
    expect(observed(callbackTimes, confirm, later)).toEqual([{ callbacks: 'never' }]);
    expect(observed(callbackTimes, confirm, callback, later)).toEqual([{ callbacks: 'after' }]);
  });

  test('that were sent again because the bank failed are not sent twice', () => {
    expect(observed(callbackTimes, confirm, { ...callback, status: 500 }, callback)).toEqual([
      { callbacks: 'after' },
    ]);
    expect(observed(callbackTimes, confirm, callback, callback)).toEqual([{ callbacks: 'twice' }]);
  });
});

describe('connections', () => {
  const call = (names: readonly string[], headers: Record<string, string> = {}) =>
    out('key', { requestHeaders: headers, header_names: { request: [...names], response: [] } });

  test('without the header they are kept, if such headers were recorded', () => {
    expect(observed(connections, call([], { host: 'bank' }))).toEqual([{ connections: 'kept' }]);
    expect(observed(connections, call([]))).toEqual([]);
    expect(observed(connections, call([], { connection: 'Close' }))).toEqual([{ connections: 'own' }]);
  });

  test('another spelling is like no reading', () => {
    expect(observed(connections, call(['X-session-ID']))).toEqual(['the header X-session-ID']);
  });
});

describe('responses', () => {
  test.each([
    [[{ accounts: [], total: 0 }], { accounts_list: 'array' }],
    [[{ wallet_account_guid: 'x' }], { accounts_list: 'renamed' }],
    [{ items: [] }, 'a list of another form'],
    ['none', 'a list of another form'],
  ])('of listAccounts: %j', (answered, expected) => {
    expect(observed(accountsList, { operation: 'listAccounts', answered })).toEqual([expected]);
  });

  test('a list is short only if there is more', () => {
    const page = (total: number, url: string): Given => ({
      operation: 'listPayments',
      url,
      answered: { payments: [1, 2], total },
    });
    expect(observed(lists, page(9, '/x?limit=50'))).toEqual([{ list_limit: 2 }]);
    expect(observed(lists, page(9, '/x?limit=2'))).toEqual([]);
    expect(observed(lists, page(9, '/x?limit=50&offset=7'))).toEqual([]);
  });

  test('dates of another form are like no reading, and days are none', () => {
    const answered = { created_at: '2026-01-05T12:00:00.123456Z', start_date: '2026-01-05' };
    expect(observed(dates, { operation: 'getPayment', answered })).toEqual([
      'a date such as 2026-01-05T12:00:00.123456Z',
    ]);
  });
});

describe('amounts', () => {
  const sent = (text: string): Given => ({
    operation: 'getPayment',
    answered: JSON.parse(text),
    headers: { 'content-length': String(Buffer.byteLength(text)) },
  });

  test('a line end after every body is not a digit', () => {
    const given = [sent('{"guid":"x"}\n'), sent('{"amount":25.5}\n')];
    expect(observed(amounts, ...given)).toEqual([{ amounts: 'number' }]);
    expect(observed(amounts, sent('{"guid":"x"}'), sent('{"amount":25.50}'))).toEqual([
      { amounts: 'two-places' },
    ]);
  });

  test('nothing is said if it is not known what is around a body', () => {
    expect(observed(amounts, sent('{"amount":25.50}'))).toEqual([]);
    expect(observed(amounts, sent('{"guid":"x"}'), sent('{"guid":"y"} '), sent('{"amount":25.50}'))).toEqual(
      [],
    );
  });
});

describe('statuses', () => {
  const refused = (status: number, answered: unknown): Given => ({
    operation: 'createPayment',
    method: 'POST',
    status,
    answered,
  });

  test('of refusals whose text nobody knows', () => {
    expect(observed(refusalStatusOf, refused(404, { error: 'nope' }))).toEqual([{ refusal_status: 404 }]);
    expect(observed(refusalStatusOf, refused(410, { error: 'gone' }))).toEqual(['the status 410']);
    expect(
      observed(refusalStatusOf, refused(401, { error: 'who' }), refused(429, { error: 'slow' })),
    ).toEqual([]);
  });

  test('of refusals that a page has are no open question', () => {
    expect(observed(refusalStatusOf, refused(400, { error: 'invalid UUID length: 3' }))).toEqual([]);
  });

  test('a refusal by HEAD has no body', () => {
    const head = { ...refused(404, null), method: 'HEAD' };
    expect(observed(errorBody, head)).toEqual([]);
    expect(observed(errorBody, refused(404, null))).toEqual([{ error_body: 'empty' }]);
    expect(observed(errorBody, refused(404, { error: 'x', trace: 'y' }))).toEqual([
      'a body with error, trace',
    ]);
  });

  test('where there is something to return, 200 is no answer to the question of 204', () => {
    const act = (status: number, answered: unknown): Given => ({
      operation: 'confirmPayment',
      method: 'POST',
      status,
      answered,
    });
    expect(observed(actStatus, act(204, null), act(200, { guid: 'x' }))).toEqual([{ act_status: 204 }]);
    expect(observed(actStatus, act(202, null))).toEqual(['the status 202']);
  });
});

test.each([
  ['emission', 'processing', 1.5, [{ fee: 1.5 }]],
  // DCM's own transfers, when it creates and deletes identifiers.
  ['root', 'emission', 0, []],
  ['emission', 'root', 0, []],
])('a transfer from %s to %s with the fee %d', (sender, receiver, shownFee, sights) => {
  const ends = { sender_account_account_kind: sender, receiver_account_account_kind: receiver };
  const answered = { payments: [{ guid: 'x', fee: shownFee, ...ends }] };
  expect(observed(fee, { operation: 'listPayments', answered })).toEqual(sights);
});

test('a claim that is missing is like no reading', () => {
  const token = {
    from: 'x-session-id',
    header: { typ: 'at+jwt' },
    claims: { flow: 'sign-in', obj: 'x', iat: 1, exp: 2 },
  };
  expect(observed(tokenContent, out('key', { token }))).toEqual([
    'claims are missing: sub',
    'typ is "at+jwt"',
  ]);
});
