import type { JsonWebKey } from 'node:crypto';
import { partsOf } from '../fixtures/broken-banks/defect.js';
import { type DefectName, defects } from '../fixtures/broken-banks/index.js';
import { type RunningBank, startReferenceBank } from '../fixtures/reference-bank/start.js';
import { systemClock, systemRandom, systemSleep } from '../mock-server/system.js';
import { dcmFetch } from './to-dcm.js';

/** What the reference bank of a stage is started with, in this process or in another one. */
export interface BankSettings {
  readonly actsToken: string;
  /** Who may act in DCM's name. */
  readonly admin: string;
  readonly privateJwk: JsonWebKey;
  readonly signingSeeds: readonly [string, string];
  readonly defect?: DefectName;
}

export type StartedBank = Pick<RunningBank, 'url' | 'close'>;

/** Starts the reference bank in this process, on a free port. */
export const startBankHere = ({
  actsToken,
  admin,
  privateJwk,
  signingSeeds,
  defect,
}: BankSettings): Promise<StartedBank> =>
  startReferenceBank({
    clock: systemClock.now,
    random: systemRandom,
    actsToken,
    subjects: { allowed: [admin] },
    // A rotation or an unknown kid is looked up at once: the stage is not under attack.
    jwksCooldownS: 0,
    ownKey: { privateJwk },
    signingSeeds,
    sleep: systemSleep,
    fetch: dcmFetch,
    ...(defect === undefined ? {} : { parts: partsOf(defects[defect]) }),
  });
