import type { Act } from '../../contract/driver.js';
import type { Stretch } from '../journal.js';
import type { Memory } from './memory.js';

/** An act that moves money or asks for identifiers, as the bank was told to perform it. */
export interface MoneyOrder {
  readonly act: MoneyAct;
  /** `seq` of the newest journal entry from before the act. */
  readonly after: number;
  /** Hryvnias; 0 for a confirmation. */
  readonly amount: number;
  readonly sender: string;
  readonly receiver: string;
  /** Of a confirmation. */
  readonly paymentGuid: string;
}

const moneyActs = ['transfer', 'confirm-payment', 'issue-identifiers', 'delete-identifiers'] as const;
type MoneyAct = (typeof moneyActs)[number];

const isMoneyAct = (act: Act): act is MoneyAct => moneyActs.some((name) => name === act);

/**
 * What the bank was told to do with money in the run, so that all money that has moved can be compared with it. The
 * orders of a scenario that was interrupted are not known to the process that resumes the run: `unknown` says where.
 */
export function createOrderBook(memory: Memory) {
  const orders = memory.map<MoneyOrder>('ordered');
  const unknown = memory.map<Stretch>('orders unknown');
  let resumes = memory.get('begun at') !== undefined;

  return {
    /** A scenario begins after this entry of the journal. */
    begins(mark: number): void {
      if (resumes) unknown.set(`${mark}`, { after: Number(memory.get('begun at')?.value), last: mark });
      resumes = false;
      memory.set('begun at', mark);
    },

    /** Whether the act moves money or asks for identifiers; others are not noted. */
    isAbout: isMoneyAct,

    note(act: MoneyAct, input: object, after: number): void {
      const text = (name: string) => String(Reflect.get(input, name) ?? '');
      orders.set(String(memory.next('orders')), {
        act,
        after,
        amount: Number(Reflect.get(input, 'amount') ?? 0),
        sender: text('sender_id'),
        receiver: text('receiver_id'),
        paymentGuid: text('payment_guid'),
      });
    },

    all: (): readonly MoneyOrder[] => [...orders.values()],
    unknown: (): readonly Stretch[] => [...unknown.values()],
  };
}
