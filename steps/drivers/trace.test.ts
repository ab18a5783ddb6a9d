import { expect, it } from 'vitest';
import type { JournalEntry } from '../../contract/control/journal.js';
import { follow } from './trace.js';

/** Acts whose requests DCM answers with trouble, as the journal shows them. */

const entry = (operation: string, status: number, error = ''): JournalEntry =>
  ({ seq: 1, operation, status, error, response: { body: { guid: 'g', error: 'no' } } }) as never;

async function outcome(act: 'transfer' | 'confirm-payment', ...entries: readonly JournalEntry[]) {
  const left = [...entries];
  const seen = async () => left.shift() ?? Promise.reject(new Error('nothing more comes'));
  const input = { sender_id: 's', receiver_id: 'r', amount: 1, payment_guid: 'g' };
  const watching = { seen, served: async () => {} };
  return follow(act, {} as never, input, 0, watching);
}

const lost = 'the response was lost';

it('a transfer is done when DCM has confirmed it, whatever became of the response', async () => {
  const draft = entry('createPayment', 200);
  const done = { ok: true, output: { payment_guid: 'g' } };
  expect(await outcome('transfer', draft, entry('confirmPayment', 200))).toEqual(done);
  expect(await outcome('transfer', draft, entry('confirmPayment', 200, lost))).toEqual(done);
  expect(await outcome('transfer', draft, entry('confirmPayment', 502, 'done before'))).toEqual(done);
  expect(await outcome('transfer', draft, entry('confirmPayment', 503))).toMatchObject({ ok: false });
});

it('nothing more is expected of a transfer whose draft the bank was not told of', async () => {
  expect(await outcome('transfer', entry('createPayment', 200, lost))).toEqual({ ok: false, error: lost });
  expect(await outcome('transfer', entry('createPayment', 0, 'closed'))).toEqual({
    ok: false,
    error: 'closed',
  });
});

it('one request is refused with what DCM says', async () => {
  const refused = { ok: false, error: '{"guid":"g","error":"no"}' };
  expect(await outcome('confirm-payment', entry('confirmPayment', 400))).toEqual(refused);
});
