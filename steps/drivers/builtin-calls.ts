import { createClient } from '../../contract/client.js';
import type { ActInput, DcmBlock, NewCustomer } from '../../contract/driver.js';
import { operations } from '../../contract/operations/index.js';
import type { Fetch } from '../../contract/wire/fetch.js';

/** Headers with which the harness calls DCM in place of the bank, depending on what the call is about. */
export type Credentials = (
  dcm: DcmBlock,
  about: { readonly flow: 'sign-in' | 'sign-up'; readonly obj: string },
) => Promise<Readonly<Record<string, string>>>;

export interface BuiltinCallsOptions {
  readonly credentials: Credentials;
  /** External id of a key keeper, for tokens of operations without a reverse call. */
  readonly keeper: string;
  /** How DCM is called. */
  readonly fetch: Fetch;
}

/** Requests that the harness sends to DCM in place of the bank. */
export function createBuiltinCalls({ credentials, keeper, fetch }: BuiltinCallsOptions) {
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

  const requestIdentifiers =
    (operation: 'issueIdentifiers' | 'burnIdentifiers') =>
    async (dcm: DcmBlock, input: ActInput<'issue-identifiers'>): Promise<void> => {
      await clientOf(dcm)[operation]({
        params: { counterparty_guid: dcm.counterparty_guid },
        body: { ...input, asset_code: dcm.asset_code, asset_issuer: dcm.asset_issuer },
        headers: await signIn(dcm),
      });
    };

  /** A read that every employee is permitted. */
  async function readAsEmployee(dcm: DcmBlock): Promise<void> {
    await clientOf(dcm).listEmployees({
      params: { counterparty_guid: dcm.counterparty_guid },
      headers: await signIn(dcm),
    });
  }

  async function createCustomer(dcm: DcmBlock, customer: NewCustomer): Promise<void> {
    await clientOf(dcm).createCustomer({
      params: { counterparty_guid: dcm.counterparty_guid },
      body: { ...customer, asset_code: dcm.asset_code, asset_issuer: dcm.asset_issuer },
      headers: await credentials(dcm, { flow: 'sign-up', obj: customer.login }),
    });
  }

  const readPayment = async (dcm: DcmBlock, payment_guid: string) =>
    clientOf(dcm).getPayment({
      params: { counterparty_guid: dcm.counterparty_guid, payment_guid },
      headers: await signIn(dcm),
    });

  return {
    issueIdentifiers: requestIdentifiers('issueIdentifiers'),
    burnIdentifiers: requestIdentifiers('burnIdentifiers'),
    readAsEmployee,
    createCustomer,
    createPayment,
    confirmPayment,
    readPayment,
  };
}
