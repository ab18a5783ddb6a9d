import { confirmPayment, unlistedStatus } from '../../contract/operations/transfers.js';
import type { Call } from './call.js';
import type { Center } from './center.js';
import { type Confirmation, createDecide, findTransfer } from './confirmation.js';
import type { Counterparty } from './counterparties-collection.js';
import type { Deliveries } from './deliveries.js';
import type { Drafts } from './drafts.js';
import type { Entities } from './entities.js';
import type { Ledger } from './ledger.js';
import type { Limits } from './limits.js';
import type { Multisignature } from './multisignature.js';
import type { Network } from './network.js';
import type { Outgoing } from './outgoing.js';
import { askOwner } from './owner.js';
import { createPosting } from './posting.js';
import type { Recons } from './recons.js';
import { Refusal } from './refusal.js';
import type { Transfer } from './transfers-collection.js';
import { createTurns, inTurn } from './turns.js';
import { uuidOf } from './uuid.js';

/** Milliseconds of the ledger clock between the answer and the posting, under the option `posting: async`. */
const postingMs = 1000;

/** What drafts are created from, and what a confirmed transfer changes besides the money. */
export interface Books {
  readonly drafts: Drafts;
  readonly limits: Limits;
  readonly outgoing: Outgoing;
  readonly recons: Recons;
}

/** Transfers (TR): a draft, then its confirmation, in which DCM calls the bank, signs, posts and moves the money. */
export function createTransfers(
  center: Center,
  entities: Entities,
  stellarLedger: Ledger,
  network: Network,
  deliveries: Deliveries,
  multisignature: Multisignature,
  { drafts, limits, outgoing, recons }: Books,
) {
  const { store, ledgerClock, profile } = center;
  /** Transfers that are being confirmed now; a restart drops them, because nothing is stored yet. */
  const underWay = new Set<string>();
  /** Those of them that were answered for, and are not yet posted. */
  const answered = new Set<string>();
  const turns = createTurns();
  const decide = createDecide(entities, limits);
  const { prepare } = createPosting(center, {
    stellarLedger,
    multisignature,
    deliveries,
    outgoing,
    recons,
    decide,
  });

  type Write = () => Promise<boolean>;

  /**
   * The transfers of one entity are signed and posted one after the other: only one envelope can have the next sequence
   * number, and each of the others would have to be signed again, also by the bank if it must sign.
   */
  const turnOf = turns.of;

  /** Posts; signs again as long as another transfer of the sender comes first. */
  async function post(write: Write, sign: () => Promise<Write>): Promise<void> {
    let next = write;
    while (!(await next())) next = await sign();
    await deliveries.begin();
  }

  /**
   * Option `posting: async`: 1 second of the ledger clock after the response (U-45). If that fails, the transfer
   * stays a draft.
   */
  async function postLater(guid: string, postNow: () => Promise<void>): Promise<void> {
    answered.add(guid);
    try {
      if (await ledgerClock.wait(postingMs)) await postNow();
    } catch {
      // No one waits for it any longer: a failure now leaves the draft as it is.
    } finally {
      answered.delete(guid);
      underWay.delete(guid);
    }
  }

  return {
    create: drafts.create,

    /**
     * Confirms a draft: calls the bank, opens the sender's seed, signs, posts. If it is refused or interrupted, the
     * draft stays as it is and may be confirmed again.
     */
    async confirm(
      call: Call,
      counterparty: Counterparty,
      given: { readonly guid?: string | undefined; readonly bank_guid?: string | null | undefined },
      branch = '',
    ): Promise<void> {
      const guid = uuidOf(given.guid);
      const bankGuid = given.bank_guid?.toLowerCase() || undefined;
      const order: Confirmation = { guid, bankGuid, branch };
      const decided = await store.read((tx) => decide(tx, call, counterparty, order));
      if (bankGuid === counterparty.guid) {
        call.note('TRANSFER-03', "bank_guid is the bank's own guid: an internal transfer does not need it");
      }
      if (underWay.has(guid)) throw new Refusal('payment-in-progress');
      underWay.add(guid);
      let later = false;
      try {
        const secret = await askOwner(
          center,
          call,
          counterparty,
          decided.sender.owner_external_id,
          confirmPayment.reverseCalls,
        );
        const seed = network.openSeed(call, counterparty, decided.sender, secret ?? '');
        const turn = turnOf(decided.sender.guid);
        const sign = () => prepare(call, counterparty, decided, order, { seed, turn });
        await inTurn(turn, async () => {
          const write = await sign();
          later = profile().posting === 'async';
          const postNow = () => post(write, sign);
          if (later) void postLater(guid, () => inTurn(turn, postNow));
          else await postNow();
        });
      } finally {
        if (!later) underWay.delete(guid);
      }
    },

    /** Its status as the option `intermediate_status` shows it (U-45). */
    shownStatus: ({ guid, status }: Transfer): Transfer['status'] | typeof unlistedStatus =>
      profile().intermediate_status === unlistedStatus && status === 'CREATED' && answered.has(guid)
        ? unlistedStatus
        : status,

    get: (call: Call, counterparty: Counterparty, guid: string): Promise<Transfer> =>
      store.read((tx) => findTransfer(tx, call, counterparty, guid)),
  };
}

export type Transfers = ReturnType<typeof createTransfers>;
