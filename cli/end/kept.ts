import { basename } from 'node:path';
import type { Result } from '../../contract/result.js';
import { bilingual, type Language } from '../../contract/texts/language.js';
import { exitCode } from '../../contract/verdict.js';
import { systemClock } from '../../mock-server/system.js';
import { writeReportsNow } from '../../reports/write.js';
import { judge } from '../../steps/run/judge.js';
import { packageVersion } from '../package.js';
import type { Watched } from '../runs/watched.js';
import { reasonOf, whenCutShort } from './early.js';

/** A run as its reports show it, without secrets. */
export interface Printable {
  readonly result: Result;
  /** Cucumber's messages, one JSON a line. */
  readonly messages: string;
  /** The exchanges as HAR; empty if they are not known. */
  readonly har?: string;
}

/** What is known of a run, from its first moment on; replaced as more becomes known. */
export interface Known {
  printable: () => Printable;
  close: () => unknown;
  /** Records, synchronously, what another process needs; returns whether the run can be resumed. */
  resumable: () => boolean;
  /** Tells how to resume the run. */
  goOn: string;
  /** Tells a mock that watches the run how it has ended. */
  watched?: Watched | undefined;
  /** The run need not be resumed. */
  done: () => void;
}

/** The result of a run that broke off: it is not a verdict on the bank, whatever it has shown. */
export const brokenOff = (result: Result, reason: string): Result => ({
  ...result,
  verdict: 'error',
  exit_code: exitCode('error'),
  errors: [...result.errors, reason],
});

/** A run before its stage is open. */
function nothing(target: string, selection: string): Result {
  return judge(
    { scenarios: [], errors: [] },
    {
      target,
      scope: 'full',
      seed: '',
      startedAt: new Date(systemClock.now()).toISOString(),
      ms: 0,
      profile: {},
      profileChanges: [],
      relaxed: [],
      switchedOff: [],
      stepsSwitchedOff: [],
      selection,
      waivers: [],
      findings: [],
      times: [],
      versions: { dcm: packageVersion(), node: process.versions.node },
    },
  );
}

const whatIsKept = bilingual(
  (ended: number, folder: string) =>
    `finished scenarios: ${ended}; reports with the verdict error: ${folder}`,
  (ended, folder) => `завершених сценаріїв: ${ended}; звіти з висновком «помилка»: ${folder}`,
);

/** Writes what is known of a run if it ends early. Call `past` when its reports are written. */
export function keepWhenCutShort(
  run: { readonly config?: string; readonly selection: string; readonly language: Language },
  folder: string,
): { readonly known: Known; readonly past: () => void } {
  const { config, selection, language } = run;
  const target = config === undefined ? 'reference' : basename(config);
  const known: Known = {
    printable: () => ({ result: nothing(target, selection), messages: '' }),
    close: () => {},
    resumable: () => false,
    goOn: '',
    done: () => {},
  };
  const past = whenCutShort({
    write(end) {
      // First, since there may be no room for the reports.
      const goOn = known.resumable() ? `\n${known.goOn}` : '';
      const { result, messages } = known.printable();
      writeReportsNow(brokenOff(result, reasonOf(end, language)), folder, { language, messages });
      return `${whatIsKept[language](result.scenarios.length, folder)}${goOn}`;
    },
    close: () => known.close(),
  });
  return { known, past };
}
