import { ApiError, errorText } from '../../contract/client.js';
import type { Act, ActAnswer, ActInput, DcmBlock } from '../../contract/driver.js';
import { type BuiltinCallsOptions, createBuiltinCalls } from './builtin-calls.js';
import { ActNotSupported, type Driver } from './driver.js';

type Acts = { readonly [Name in Act]?: (dcm: DcmBlock, input: ActInput<Name>) => Promise<ActAnswer> };

const done: ActAnswer = { ok: true };

function actsBy(dcmCalls: ReturnType<typeof createBuiltinCalls>): Acts {
  return {
    configure: async () => done,
    'create-secrets': async () => done,
    async login(dcm) {
      await dcmCalls.readAsEmployee(dcm);
      return done;
    },
    async 'issue-identifiers'(dcm, input) {
      await dcmCalls.issueIdentifiers(dcm, input);
      return done;
    },
    async 'delete-identifiers'(dcm, input) {
      await dcmCalls.burnIdentifiers(dcm, input);
      return done;
    },
    async 'create-customers'(dcm, { customers }) {
      for (const customer of customers) await dcmCalls.createCustomer(dcm, customer);
      return done;
    },
    async transfer(dcm, input) {
      const payment_guid = await dcmCalls.createPayment(dcm, input);
      await dcmCalls.confirmPayment(dcm, payment_guid, input.bank_guid);
      return { ok: true, output: { payment_guid } };
    },
    async 'create-payment'(dcm, input) {
      return { ok: true, output: { payment_guid: await dcmCalls.createPayment(dcm, input) } };
    },
    async 'confirm-payment'(dcm, { payment_guid, bank_guid }) {
      await dcmCalls.confirmPayment(dcm, payment_guid, bank_guid);
      return done;
    },
    async 'read-payment'(dcm, { payment_guid }) {
      return { ok: true, output: { payment: await dcmCalls.readPayment(dcm, payment_guid) } };
    },
  };
}

/**
 * The harness itself calls DCM in the bank's place, so that only the bank's service is under test. Secrets cannot be
 * made this way: the bank has to hold those of all configured customers beforehand.
 */
export function createBuiltinDriver(options: BuiltinCallsOptions): Driver {
  const acts = actsBy(createBuiltinCalls(options));
  return {
    async act(act, dcm, input) {
      const run = acts[act];
      if (!run) throw new ActNotSupported(act);
      try {
        return await run(dcm, input);
      } catch (error) {
        if (error instanceof ApiError) return { ok: false, error: errorText(error.body) };
        throw error;
      }
    },
  };
}
