import { defects, isDefect } from '../../fixtures/broken-banks/index.js';
import { startReferenceBank } from '../../fixtures/reference-bank/start.js';
import { randomSeed, systemClock, systemRandom } from '../../mock-server/system.js';
import { UsageError } from '../exit.js';
import { stopSignal } from '../stop.js';

export interface BankCommand {
  readonly port: string;
  readonly dcm: string;
  readonly defect?: string;
  readonly subject: readonly string[];
  readonly actsToken?: string;
  readonly officerToken?: string;
}

/** `dcm bank`: runs the reference bank, whole or with one named defect. */
export async function bank(options: BankCommand): Promise<number> {
  const { defect } = options;
  if (defect !== undefined && !isDefect(defect))
    throw new UsageError(`--defect ${defect}: ${knownDefects()}`);
  const port = Number(options.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError(`--port ${options.port}: expected a number of 0 to 65535`);
  }
  const stopped = stopSignal();
  const actsToken = options.actsToken ?? randomSeed();
  const officerToken = options.officerToken ?? randomSeed();
  const running = await startReferenceBank({
    port,
    clock: systemClock.now,
    random: systemRandom,
    dcmUrl: options.dcm,
    actsToken,
    officerToken,
    subjects: { allowed: options.subject },
    log: (line) => console.log(line),
    ...(defect === undefined ? {} : { parts: defects[defect].parts }),
  });
  console.log(
    `reference bank at ${running.url}${defect === undefined ? '' : `, which ${defects[defect].says}`}`,
  );
  console.log(`  authorization  ${running.url}/user_auth, /key, /external_id`);
  console.log(`  callbacks      ${running.url}/api/dcm/notify/...`);
  console.log(`  officer        ${running.url}/officer/secrets   (Authorization: Bearer ${officerToken})`);
  console.log(`  acts           ${running.url}/dcm-acts          (Authorization: Bearer ${actsToken})`);
  console.log(`  DCM            ${options.dcm}`);
  await stopped;
  await running.close();
  return 0;
}

export function knownDefects(): string {
  const lines = Object.entries(defects).map(([name, { says }]) => `  ${name.padEnd(20)} ${says}`);
  return `expected one of\n${lines.join('\n')}`;
}
