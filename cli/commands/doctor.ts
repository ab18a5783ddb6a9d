import { systemClock } from '../../mock-server/system.js';
import { ActNotSupported } from '../../steps/drivers/driver.js';
import { probe } from '../../steps/probe.js';
import type { BankStage } from '../bank-stage.js';
import { type LoadedConfig, loadConfig } from '../config/load.js';
import { bankUrls } from '../config/urls.js';
import { openConfigStage } from '../config-stage.js';
import { examine } from '../doctor/index.js';
import { advice, blocked, type DoctorLine, ok, printLine } from '../doctor/line.js';
import { exitCodes, UsageError } from '../exit.js';

/** `dcm doctor`: looks at the setup only. Answers 2 when something makes a run meaningless. */
export async function doctor(options: {
  readonly config: string;
  readonly mockUrl?: string;
  readonly controlToken?: string;
}): Promise<number> {
  const loaded = await loadConfig(options.config);
  const stage = await openConfigStage(loaded, {
    say: () => {},
    mockUrl: options.mockUrl,
    controlToken: options.controlToken,
  });
  try {
    const lines = await look(loaded, stage);
    for (const line of lines) console.log(printLine(line));
    return lines.some((line) => line.state === 'blocked') ? exitCodes.usage : 0;
  } finally {
    await stage.close();
  }
}

/** The doctor before a run. @throws {UsageError} with what blocks it */
export async function examineOrThrow(loaded: LoadedConfig, stage: BankStage): Promise<void> {
  const lines = await look(loaded, stage);
  for (const line of lines.filter((one) => one.state === 'advice')) console.log(printLine(line));
  const blocking = lines.filter((line) => line.state === 'blocked');
  if (blocking.length === 0) return;
  throw new UsageError(`the setup is not ready:\n${blocking.map(printLine).join('\n')}`);
}

const look = (loaded: LoadedConfig, stage: BankStage): Promise<DoctorLine[]> =>
  examine({
    file: loaded.file,
    config: loaded.config,
    urls: bankUrls(loaded.config),
    send: stage.callBank,
    now: systemClock.now,
    pinged: () => pinged(stage),
    tokenAccepted: () => tokenAccepted(stage),
  });

/** The bank reaches DCM: it is asked to fetch the JWKS, and the journal has to show it. */
async function pinged(stage: BankStage): Promise<DoctorLine> {
  const { control, block } = stage.dcm;
  const { last } = await control.listJournal({ body: { limit: 1 } });
  try {
    const answer = await stage.driver.act('ping', { ...block, employee: stage.bank.firstEmployee }, {});
    const { entry } = await control.awaitJournal({
      body: { match: { operation: 'getDcmJwks', after: last }, timeout_ms: 2000 },
    });
    const url = `${block.base_url}/api/v1/.well-known/jwks.json`;
    if (entry) return ok('mock', `the bank reaches DCM at ${block.base_url}`);
    const said = answer.ok ? 'says it is done' : `says ${answer.error ?? 'no'}`;
    return blocked(
      'mock',
      `the bank does not reach DCM at ${block.base_url}: it ${said}, no request came`,
      `curl -v ${url}, on the bank’s host`,
    );
  } catch (error) {
    if (error instanceof ActNotSupported)
      return advice('driver', 'the act ping is not supported; whether the bank reaches DCM is not known');
    return blocked(
      'driver',
      error instanceof Error ? error.message : String(error),
      'the log of the bank’s test hook',
    );
  }
}

async function tokenAccepted(stage: BankStage): Promise<DoctorLine> {
  const [keeper] = stage.bank.keyKeepers;
  const answer = await probe(stage, { method: 'key', obj: keeper.external_id });
  if (answer.status === 200) return ok('token', "a token of DCM's is accepted");
  return advice(
    'token',
    `/key answers ${answer.status || answer.error} about key keeper ${keeper.external_id}; step 7 will say more`,
    answer.curl,
  );
}
