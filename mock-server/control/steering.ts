import type { Profile } from '../../contract/profile/index.js';
import type { LoginFlows } from '../api/login-flows.js';
import type { Domain } from '../domain/index.js';
import { Refusal } from '../domain/refusal.js';
import { type Settings, settingsRows } from '../domain/settings-collection.js';
import { createTurns, inTurn } from '../domain/turns.js';
import type { BankFacts } from '../journal/bank-facts.js';
import type { Journal } from '../journal/journal.js';
import type { KeptKeys } from '../kept-keys.js';
import type { DcmKeys } from '../keys.js';
import { type ProfileHolder, prepare } from '../profile-holder.js';

/** Milliseconds by which the ledger clock may be ahead, so that years keep four digits. */
const furthestMs = 100 * 365.25 * 86_400_000;

/** Clock, profile and reset: what concerns the mock as a whole. */
export function createSteering(
  domain: Domain,
  parts: {
    journal: Journal;
    flows: LoginFlows;
    profile: ProfileHolder;
    bankFacts: BankFacts;
    keys: Pick<DcmKeys, 'reset'>;
    /** What to store of DCM's keys. */
    kept: () => KeptKeys;
  },
) {
  const { center } = domain;

  const remember = (): Promise<void> =>
    center.store.write((tx) =>
      tx.put(settingsRows, {
        id: 'settings',
        ledger_offset_ms: center.ledgerClock.offsetMs,
        profile: parts.profile.changes(),
        seen: parts.bankFacts.counts(),
        ...parts.kept(),
      }),
    );

  const turns = createTurns();
  /** What replaces or keeps the state as a whole, or its settings, one after the other. */
  const alone = <Result>(work: () => Promise<Result>): Promise<Result> => inTurn(turns.of('state'), work);

  const clock = () => ({
    wall: new Date(center.wallClock.now()).toISOString(),
    ledger: center.ledgerClock.timestamp(),
    offset_s: center.ledgerClock.offsetMs / 1000,
  });

  return {
    clock,

    alone,

    /** Moves the ledger clock and does whatever becomes due. */
    async moveClock(forwardS: number) {
      await alone(async () => {
        if (center.ledgerClock.offsetMs + forwardS * 1000 > furthestMs) {
          throw new Refusal('control-conflict', {
            problem: 'the ledger clock can be at most 100 years ahead',
          });
        }
        await remember();
        center.ledgerClock.forward(forwardS * 1000);
        await remember();
      });
      await domain.deliveries.settle();
      await domain.recons.settle();
      return clock();
    },

    updateProfile: (changes: { [Name in keyof Profile]?: Profile[Name] | undefined }): Promise<Profile> =>
      alone(async () => {
        // Refused before anything is changed, when the state cannot be saved.
        await remember();
        parts.profile.change(changes);
        await prepare(center.profile());
        await remember();
        return center.profile();
      }),

    /** Back to the first moment: no rows, no offset, the key and the profile given at start. */
    reset: (): Promise<void> =>
      alone(async () => {
        // If nothing can be replaced, work in progress continues.
        await remember();
        center.eras.begin();
        await center.store.clear();
        center.ledgerClock.set(0);
        parts.keys.reset();
        parts.profile.reset();
        parts.journal.clear();
        parts.bankFacts.restore();
        parts.flows.clear();
        center.faults.forget();
        domain.network.forget();
        await remember();
        await domain.categories.seed();
        await domain.permissions.seed();
      }),

    remember,

    /** Continues with a restored state: its clock, its options, and what is due in it. */
    async adopt(stored: Settings | undefined): Promise<void> {
      center.ledgerClock.set(stored?.ledger_offset_ms ?? 0);
      parts.profile.reset();
      parts.profile.change(stored?.profile ?? {});
      parts.bankFacts.restore(stored?.seen);
      parts.flows.clear();
      domain.network.forget();
      await remember();
      domain.deliveries.kick();
    },
  };
}

export type Steering = ReturnType<typeof createSteering>;
