import { resolve } from 'node:path';
import { capabilitiesOf } from '../../contract/bank-config/driver.js';
import { hiding } from '../../contract/hide.js';
import type { LeftOut, LoadResult } from '../../contract/load.js';
import type { Language } from '../../contract/texts/language.js';
import { systemClock, systemTime } from '../../mock-server/system.js';
import { checkWritable, clearReports, loadNames } from '../../reports/folder.js';
import { loadSummary } from '../../reports/load/summary.js';
import { loadTexts } from '../../reports/load/texts.js';
import { writeLoad } from '../../reports/load/write.js';
import { isBlocked } from '../../steps/blocked.js';
import type { BankStage } from '../bank-stage.js';
import { type LoadedConfig, loadConfig } from '../config/load.js';
import { openConfigStage } from '../config-stage.js';
import { flushed, isCutShort, reasonOf, whenCutShort } from '../end/early.js';
import { inColor } from '../in-color.js';
import { languageOf } from '../language.js';
import { startBankApart } from '../load/bank-apart.js';
import { requireMeasurable } from '../load/measurable.js';
import { type LoadCommand, planOf } from '../load/options.js';
import { createLoadProgress } from '../load/progress.js';
import { loadResultOf, type ResultOf } from '../load/result.js';
import { runSession } from '../load/session.js';
import { AmissAtRest, openSources } from '../load/sources.js';
import { openConfigured, openReference, terminal } from '../open-stage.js';
import { openReferenceStage } from '../reference-stage.js';

/** Milliseconds after which an answer is given up, at the least: a late one is still measured. */
const leastGiveUpMs = 5000;

/** `dcm load`: asks the bank as often as demanded, and says whether it was in time. Returns the exit code. */
export async function load(options: LoadCommand): Promise<number> {
  const plan = planOf(options);
  const language = languageOf(options.lang);
  const folder = resolve(options.report);
  const transfers = options.transfers === true;
  const loaded = options.config === undefined ? undefined : await loadConfig(options.config);
  if (loaded) requireMeasurable(loaded.config, { transfers, allowed: options.allowHost ?? [] });
  await checkWritable(folder);
  clearReports(folder, loadNames);

  const leftOut: LeftOut[] = [];
  const of: ResultOf = {
    plan,
    transfers,
    session: { stages: [] },
    target: loaded?.config.bank.alias ?? 'reference',
    startedAt: systemClock.now(),
    leftOut,
  };
  const known: { close: () => unknown } = { close: () => {} };
  const past = whenCutShort({
    write: (end) => {
      const result = loadResultOf({ ...of, broken: reasonOf(end) });
      writeLoad(result, folder, language);
      // Why it ended is printed anyway.
      return printed({ ...result, note: '' }, options.report, language);
    },
    close: () => known.close(),
  });
  const progress = createLoadProgress(process.stdout, language, systemTime);
  let result: LoadResult;
  try {
    progress.preparing();
    const stage = await openLoadStage(options, loaded, language, known);
    const hide = hiding(stage.secrets ?? []);
    const sources = await openSources(stage, {
      transfers,
      byPerson: loaded !== undefined && capabilitiesOf(loaded.config.driver).byPerson,
      giveUpMs: Math.max(leastGiveUpMs, 2 * plan.limitMs),
      hide,
    });
    leftOut.push(...sources.leftOut);
    await runSession(systemTime, sources, plan, of.session, progress);
    result = loadResultOf(of);
  } catch (error) {
    if (error instanceof AmissAtRest) result = loadResultOf({ ...of, atRest: error.figures });
    else if (isBlocked(error)) result = loadResultOf({ ...of, broken: error.message });
    else throw error;
  } finally {
    progress.stop();
    await known.close();
  }
  if (!isCutShort()) {
    writeLoad(result, folder, language);
    console.log(printed(result, options.report, language));
    await flushed();
  }
  past();
  return result.exit_code;
}

/** The bank, the mock, and the way between them; the reference bank has a process of its own. */
async function openLoadStage(
  options: LoadCommand,
  loaded: LoadedConfig | undefined,
  language: Language,
  known: { close: () => unknown },
): Promise<BankStage> {
  const openers = {
    reference: (how: Parameters<typeof openReferenceStage>[0]) => openReferenceStage(how, startBankApart),
    config: openConfigStage,
  };
  if (loaded === undefined) return (await openReference(options, openers, known)).stage;
  // Fewer customers than the plan takes are enough.
  const selection = { steps: [7], tags: '', mock: false, whole: false };
  const opening = { options, selection, language, ear: terminal() };
  return (await openConfigured(loaded, opening, openers, known)).stage;
}

function printed(result: LoadResult, folder: string, language: Language): string {
  const color = inColor();
  const width = process.stdout.columns ?? 100;
  return `\n${loadSummary(result, { color, width, language })}\n${loadTexts[language].reports(folder)}`;
}
