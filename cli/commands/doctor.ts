import { hiding } from '../../contract/hide.js';
import type { Language } from '../../contract/texts/language.js';
import { alike, UsageError } from '../../contract/texts/said.js';
import { systemClock, systemSleep } from '../../mock-server/system.js';
import { ActNotSupported } from '../../steps/drivers/driver.js';
import { newestEntry } from '../../steps/journal.js';
import { probe } from '../../steps/probe.js';
import type { BankStage } from '../bank-stage.js';
import { type LoadedConfig, loadConfig } from '../config/load.js';
import { bankUrls } from '../config/urls.js';
import { openConfigStage } from '../config-stage.js';
import { controlTokenOf } from '../control-token.js';
import { examine } from '../doctor/index.js';
import { advice, blocked, type DoctorLine, ok, printLine } from '../doctor/line.js';
import type { Patient } from '../doctor/patient.js';
import type { DoctorTexts } from '../doctor/texts/index.js';
import { doctorTexts } from '../doctor/texts/index.js';
import { whenCutShort } from '../end/early.js';
import { exitCodes } from '../exit.js';
import { requireMockUrl } from '../fitting-options.js';
import { languageOf } from '../language.js';

/** `dcm doctor`: only checks the setup. Returns 2 if something would make a run meaningless. */
export async function doctor(options: {
  readonly config: string;
  readonly mockUrl?: string;
  readonly controlToken?: string;
  readonly controlTokenFile?: string;
  readonly lang?: string;
}): Promise<number> {
  const texts = doctorTexts(languageOf(options.lang));
  requireMockUrl(options);
  const loaded = await loadConfig(options.config);
  const stage = await openConfigStage(loaded, {
    say: () => {},
    mockUrl: options.mockUrl,
    controlToken: options.mockUrl === undefined ? undefined : await controlTokenOf(options),
  });
  const past = whenCutShort({ close: stage.close });
  try {
    const lines = await look(loaded, stage, texts);
    for (const line of lines) console.log(printLine(line, texts));
    return lines.some((line) => line.state === 'blocked') ? exitCodes.usage : 0;
  } finally {
    await stage.close();
    past();
  }
}

export interface BeforeRun extends Pick<Patient, 'selected'> {
  /** Hears what is advised. */
  readonly tell: (line: string) => void;
  /** When the bank was last given other keys of DCM; milliseconds since 1970. */
  readonly keysTurnedAt?: number | undefined;
}

/** Checks the setup before a run. @throws {UsageError} naming what blocks it */
export async function examineOrThrow(
  loaded: LoadedConfig,
  stage: BankStage,
  language: Language,
  { selected, tell, keysTurnedAt = 0 }: BeforeRun,
): Promise<void> {
  const texts = doctorTexts(language);
  const forKeys = {
    until: keysTurnedAt + stage.bank.jwksCooldownS * 1000 + marginMs,
    tell: (seconds: number) => tell(printLine(advice('token', texts.keysOfBefore(seconds)), texts)),
  };
  const lines = await look(loaded, stage, texts, selected, forKeys);
  for (const line of lines.filter((line) => line.state === 'advice')) tell(printLine(line, texts));
  const blocking = lines.filter((line) => line.state === 'blocked');
  if (blocking.length === 0) return;
  throw new UsageError(
    alike(`${texts.notReady}:\n${blocking.map((line) => printLine(line, texts)).join('\n')}`),
  );
}

/** What the doctor finds, without secrets of bank.yaml, whatever the bank or its hook returns. */
async function look(
  loaded: LoadedConfig,
  stage: BankStage,
  texts: DoctorTexts,
  selected?: Patient['selected'],
  forKeys?: WaitForKeys,
): Promise<DoctorLine[]> {
  const lines = await examine({
    ...(selected && { selected }),
    texts,
    file: loaded.file,
    config: loaded.config,
    urls: bankUrls(loaded.config),
    send: stage.callBank,
    now: systemClock.now,
    pinged: () => pinged(stage, texts),
    tokenAccepted: () => tokenAccepted(stage, texts, forKeys),
  });
  return hiding(stage.secrets ?? [])(lines);
}

/** Asks the bank to fetch the JWKS from DCM, and checks that the journal shows the request. */
async function pinged(stage: BankStage, texts: DoctorTexts): Promise<DoctorLine> {
  const { control, block } = stage.dcm;
  const last = await newestEntry({ control });
  try {
    const answer = await stage.driver.act('ping', { ...block, employee: stage.bank.firstEmployee }, {});
    const { entry } = await control.awaitJournal({
      body: { match: { operation: 'getDcmJwks', after: last }, timeout_ms: 2000 },
    });
    const url = `${block.base_url}/api/v1/.well-known/jwks.json`;
    if (entry) return ok('mock', texts.reached(block.base_url));
    const error = answer.ok ? undefined : (answer.error ?? 'no');
    return blocked('mock', texts.notReached(block.base_url, error), texts.onBankHost(`curl -v ${url}`));
  } catch (error) {
    if (error instanceof ActNotSupported) return advice('driver', texts.noPing);
    return blocked('driver', error instanceof Error ? error.message : String(error), texts.hookLog);
  }
}

/** How long a bank that refuses may still have the keys of the run before. */
interface WaitForKeys {
  /** Milliseconds since 1970. */
  readonly until: number;
  /** Says that it waits. */
  readonly tell: (seconds: number) => void;
}

/** Files have times in whole milliseconds, and the bank a clock of its own. */
const marginMs = 1000;
const pauseMs = 1000;

async function tokenAccepted(
  stage: BankStage,
  texts: DoctorTexts,
  forKeys?: WaitForKeys,
): Promise<DoctorLine> {
  const [keeper] = stage.bank.keyKeepers;
  const ask = () => probe(stage, { method: 'key', obj: keeper.external_id });
  let answer = await ask();
  const left = () => (forKeys?.until ?? 0) - systemClock.now();
  if (answer.status === 401 && left() > 0) forKeys?.tell(Math.ceil(left() / 1000));
  while (answer.status === 401 && left() > 0) {
    await systemSleep(Math.min(pauseMs, left()));
    answer = await ask();
  }
  if (answer.status === 200) return ok('token', texts.tokenAccepted);
  return advice(
    'token',
    texts.tokenRefused(String(answer.status || answer.error), keeper.external_id),
    answer.curl,
  );
}
