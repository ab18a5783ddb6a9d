import { said, UsageError } from '../../contract/texts/said.js';
import { randomSeed } from '../../mock-server/system.js';
import type { LoadedConfig } from '../config/load.js';
import type { Known } from '../end/kept.js';
import type { Opened, Opening } from '../opening.js';
import { secondsOf } from '../seconds.js';
import type { VerifyCommand } from '../verify-command.js';
import { createdText } from './created.js';
import { openRealStage } from './open.js';
import { openTraffic } from './traffic.js';

/** A run makes customers and transfers on a stage that others may share. @throws {UsageError} */
function requireOwner({ config: { bank } }: LoadedConfig, { iOwnThisStage }: VerifyCommand): void {
  if (iOwnThisStage === bank.alias) return;
  throw new UsageError(
    said(
      `--stage creates customers, requests and transfers on the stage; if it is the stage of ${bank.alias}, add --i-own-this-stage ${bank.alias}`,
      `--stage створює на стенді клієнтів, запити й перекази; якщо це стенд банку ${bank.alias}, додайте --i-own-this-stage ${bank.alias}`,
    ),
  );
}

/** What a run against a stage never shows. */
const unchecked = ["what takes DCM's key, a fault of DCM, or a deletion"];

/** The bank and a real stage; what was created is said when the run ends. */
export async function openOnRealStage(
  loaded: LoadedConfig,
  { options, language, ear }: Pick<Opening, 'options' | 'language' | 'ear'>,
  known: Pick<Known, 'close'>,
): Promise<Opened> {
  requireOwner(loaded, options);
  const stage = await openRealStage(loaded, {
    say: ear.say,
    hear: ear.hear,
    timeLimitS: secondsOf('--time-limit', options.timeLimit),
    language,
    seed: options.seed ?? randomSeed(),
    traffic: (block) =>
      openTraffic(loaded, block, {
        record: options.record,
        allowHost: options.allowHost ?? [],
        language,
        say: ear.say,
      }),
  });
  const close = async () => {
    await stage.close();
    ear.say(createdText(stage.created, language));
  };
  known.close = close;
  const { scope } = loaded.config;
  return {
    stage: { ...stage, close },
    scope: { scope, schemes: stage.bank.schemes, ...stage.plan, hard: false, unchecked },
  };
}
