import { ApiError, createClient, errorText } from '../../contract/client.js';
import type { Act, ActAnswer, ActInput, DcmBlock } from '../../contract/driver.js';
import { operations } from '../../contract/operations/index.js';
import { ActNotSupported, type Driver } from './driver.js';

/** Headers under which the harness calls DCM in the bank's place, for what the call is about. */
export type Credentials = (
  dcm: DcmBlock,
  about: { readonly flow: 'sign-in' | 'sign-up'; readonly obj: string },
) => Promise<Readonly<Record<string, string>>>;

export interface BuiltinDriverOptions {
  readonly credentials: Credentials;
  /** External id of a key keeper, for tokens where DCM asks about nobody in particular. */
  readonly keeper: string;
  /** How DCM is called. */
  readonly fetch: typeof fetch;
}

/**
 * The harness itself calls DCM in the bank's place, so that only the bank's service is under test. Secrets cannot be
 * made this way: the bank has to hold those of all configured customers beforehand.
 */
export function createBuiltinDriver({ credentials, keeper, fetch }: BuiltinDriverOptions): Driver {
  const senders = new Map<string, string>();

  function clientOf(dcm: DcmBlock) {
    return createClient(operations, { baseUrl: dcm.base_url, fetch });
  }

  const signIn = (dcm: DcmBlock, obj = keeper) => credentials(dcm, { flow: 'sign-in', obj });

  async function createPayment(dcm: DcmBlock, input: ActInput<'create-payment'>): Promise<string> {
    const { sender_id, receiver_id, amount, purpose, category_guid } = input;
    const { guid } = await clientOf(dcm).createPayment({
      params: { counterparty_guid: dcm.counterparty_guid },
      body: {
        sender_id,
        receiver_id,
        amount,
        asset_code: dcm.asset_code,
        asset_issuer: dcm.asset_issuer,
        purpose,
        category_guid: category_guid ?? undefined,
      },
      headers: await signIn(dcm),
    });
    senders.set(guid, input.sender_external_id ?? keeper);
    return guid;
  }

  async function confirmPayment(
    dcm: DcmBlock,
    guid: string,
    bankGuid: string | null | undefined,
  ): Promise<void> {
    await clientOf(dcm).confirmPayment({
      params: { counterparty_guid: dcm.counterparty_guid },
      body: { guid, ...(bankGuid ? { bank_guid: bankGuid } : {}) },
      headers: await signIn(dcm, senders.get(guid)),
    });
  }

  const emission =
    (operation: 'issueIdentifiers' | 'burnIdentifiers') =>
    async (dcm: DcmBlock, input: ActInput<'issue-identifiers'>): Promise<ActAnswer> => {
      await clientOf(dcm)[operation]({
        params: { counterparty_guid: dcm.counterparty_guid },
        body: { ...input, asset_code: dcm.asset_code, asset_issuer: dcm.asset_issuer },
        headers: await signIn(dcm),
      });
      return { ok: true };
    };

  const acts: { readonly [Name in Act]?: (dcm: DcmBlock, input: ActInput<Name>) => Promise<ActAnswer> } = {
    configure: async () => ({ ok: true }),
    'create-secrets': async () => ({ ok: true }),
    async login(dcm) {
      await clientOf(dcm).listEmployees({
        params: { counterparty_guid: dcm.counterparty_guid },
        headers: await signIn(dcm),
      });
      return { ok: true };
    },
    'issue-identifiers': emission('issueIdentifiers'),
    'delete-identifiers': emission('burnIdentifiers'),
    async 'create-customers'(dcm, { customers }) {
      for (const customer of customers) {
        await clientOf(dcm).createCustomer({
          params: { counterparty_guid: dcm.counterparty_guid },
          body: { ...customer, asset_code: dcm.asset_code, asset_issuer: dcm.asset_issuer },
          headers: await credentials(dcm, { flow: 'sign-up', obj: customer.login }),
        });
      }
      return { ok: true };
    },
    async transfer(dcm, input) {
      const payment_guid = await createPayment(dcm, input);
      await confirmPayment(dcm, payment_guid, input.bank_guid);
      return { ok: true, output: { payment_guid } };
    },
    async 'create-payment'(dcm, input) {
      return { ok: true, output: { payment_guid: await createPayment(dcm, input) } };
    },
    async 'confirm-payment'(dcm, { payment_guid, bank_guid }) {
      await confirmPayment(dcm, payment_guid, bank_guid);
      return { ok: true };
    },
    async 'read-payment'(dcm, { payment_guid }) {
      const payment = await clientOf(dcm).getPayment({
        params: { counterparty_guid: dcm.counterparty_guid, payment_guid },
        headers: await signIn(dcm),
      });
      return { ok: true, output: { payment } };
    },
  };

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
