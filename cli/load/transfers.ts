import type { Entity } from '../../steps/walk/money.js';
import type { Walk } from '../../steps/walk/walk.js';
import type { BankStage } from '../bank-stage.js';
import { faultOf, faultOfError } from './fault.js';
import type { Hit, Source } from './shot.js';

/** Customers who send each other money: one who has two transfers under way has to sign one of them again. */
const customers = 8;
/** Hryvnias that each of them has at the beginning, and those of each transfer. */
const purse = 100;
const amount = 0.01;

/** Customers with money, made by acts of the bank and of DCM's officers (steps 13 to 15). @throws {Blocked} */
export async function fundCustomers(walk: Walk): Promise<readonly Entity[]> {
  const funded: Entity[] = [];
  while (funded.length < customers) funded.push(await walk.newCustomerWith(purse));
  return funded;
}

/** Whole transfers, draft and confirmation, by the bank's own client. */
export function createTransfers(
  { driver, dcm, bank }: Pick<BankStage, 'driver' | 'dcm' | 'bank'>,
  entities: readonly Entity[],
  hide: (text: string) => string,
): Source {
  const block = { ...dcm.block, employee: bank.firstEmployee };
  const at = (index: number): Entity => entities[index % entities.length] as Entity;

  return async (index) => ({
    kind: 'transfer',
    async send(): Promise<Hit> {
      const sender = at(index);
      try {
        const answer = await driver.act('transfer', block, {
          sender_id: sender.guid,
          sender_external_id: sender.owner_external_id,
          receiver_id: at(index + 1).guid,
          amount,
          bank_guid: null,
          purpose: 'dcm load',
          category_guid: null,
        });
        return answer.ok ? {} : { fault: faultOf('act-failed', answer.error ?? 'no', hide) };
      } catch (error) {
        const [fault, text] = faultOfError(error);
        return { fault: faultOf(fault === 'network' ? 'act-failed' : fault, text, hide) };
      }
    },
  });
}
