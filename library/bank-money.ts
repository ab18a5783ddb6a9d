import type { Client } from '../contract/client.js';
import type { ControlOperations } from '../contract/control/index.js';
import type { Operations } from '../contract/operations/index.js';

interface BankMoneyParts {
  /** DCM's API with a session of the bank. */
  readonly own: Client<Operations>;
  readonly control: Client<ControlOperations>;
  /** Of the counterparty, and of its two entities. */
  readonly guid: string;
  readonly identification: string;
  readonly processing: string;
}

/** The money of a bank in a test, in hryvnias. */
export function createBankMoney({ own, control, guid, identification, processing }: BankMoneyParts) {
  const params = { counterparty_guid: guid };

  async function move(sender_id: string, receiver_id: string, amount: number): Promise<void> {
    const draft = await own.createPayment({ params, body: { sender_id, receiver_id, amount } });
    await own.confirmPayment({ params, body: { guid: draft.guid } });
  }

  async function create(amount: number): Promise<void> {
    await control.grantIdentifiers({ params: { guid }, body: { amount } });
    await move(identification, processing, amount);
  }

  async function balance(account_guid: string): Promise<number> {
    const { assets } = await own.getAccount({ params: { ...params, account_guid } });
    return assets[0]?.balance ?? 0;
  }

  async function fund(entity: string, amount: number): Promise<void> {
    if (entity === identification) {
      await control.grantIdentifiers({ params: { guid }, body: { amount } });
      return;
    }
    if (entity === processing) return create(amount);
    if ((await balance(processing)) < amount) await create(amount);
    await move(processing, entity, amount);
  }

  return { balance, create, fund };
}
