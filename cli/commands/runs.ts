import type { RunHead } from '../../contract/control/run-parts.js';
import { printableLines } from '../../contract/printable.js';
import { bilingual, type Language } from '../../contract/texts/language.js';
import { comparedText } from '../../reports/compared-text.js';
import { flushed, showsOnly, stopSignal } from '../end/early.js';
import { exitCodes } from '../exit.js';
import { inColor } from '../in-color.js';
import { languageOf } from '../language.js';
import { type RunningMock, type RunningMockOptions, runningMock } from '../running-mock.js';
import { refusedBy } from '../runs/control.js';
import { endLines, noRuns, type Printing, runLine, scenarioLines } from '../runs/lines.js';
import { watchToEnd } from '../runs/watch.js';

export interface RunsOptions extends RunningMockOptions {
  readonly lang?: string;
}

export interface ShowOptions extends RunsOptions {
  readonly json?: boolean;
}

export interface StartRunOptions extends RunsOptions {
  readonly steps?: string;
  readonly tags?: string;
  readonly readings?: string | true;
  readonly quick?: boolean;
  readonly defect?: string;
  readonly seed?: string;
  readonly reset?: boolean;
  readonly wait?: boolean;
}

const texts = bilingual(
  {
    ended: 'the mock has ended before the run; dcm runs show says what it knows once it runs again',
    watch: (id: number) => `watch it: dcm runs watch ${id}`,
    goesOn: (id: number) => `run ${id} goes on; to stop it: dcm runs stop ${id}`,
  },
  {
    ended:
      'імітатор завершив роботу раніше за прогін; коли він знову працюватиме, dcm runs show покаже, що він знає',
    watch: (id) => `стежити за ним: dcm runs watch ${id}`,
    goesOn: (id) => `прогін ${id} триває; зупинити його: dcm runs stop ${id}`,
  },
);

function printingIn(language: Language): Printing {
  const { stdout } = process;
  const color = inColor();
  return { language, color, width: stdout.columns ?? 100 };
}

/** A run without a verdict is never a success, whatever its program has ended with. */
const codeOf = ({ state, exit_code = exitCodes.toolFailed }: RunHead): number => {
  if (state === 'finished' || exit_code === exitCodes.usage) return exit_code;
  return exitCodes.toolFailed;
};

/** Asks the mock; what it refuses is told with what to do. */
async function asked<Answer>(
  options: RunsOptions,
  ask: (mock: RunningMock) => Promise<Answer>,
): Promise<{ readonly answer: Answer; readonly mock: RunningMock; readonly printing: Printing }> {
  const printing = printingIn(languageOf(options.lang));
  const mock = await runningMock(options);
  const answer = await ask(mock).catch((error: unknown) => {
    throw refusedBy(mock.baseUrl, error);
  });
  return { answer, mock, printing };
}

const print = (text: string): void => console.log(printableLines(text));

/** `dcm runs list` */
export async function listRuns(options: ShowOptions): Promise<number> {
  showsOnly();
  const { answer, printing } = await asked(options, ({ control }) => control.listRuns({}));
  if (options.json) console.log(JSON.stringify(answer.runs, null, 2));
  else if (answer.runs.length === 0) print(noRuns(printing.language));
  else for (const run of answer.runs) console.log(runLine(run, printing));
  await flushed();
  return 0;
}

/** `dcm runs show ID` */
export async function showRun(id: number, options: ShowOptions): Promise<number> {
  showsOnly();
  const { answer, mock, printing } = await asked(options, ({ control }) =>
    control.getRun({ params: { id } }),
  );
  if (options.json) console.log(JSON.stringify(answer, null, 2));
  else {
    for (const scenario of answer.scenarios) console.log(scenarioLines(scenario, printing));
    console.log(endLines(answer, mock.baseUrl, printing));
  }
  await flushed();
  return 0;
}

/** `dcm runs start [TARGET]`: with `--wait` the exit code is that of the run. */
export async function startRun(target: string, options: StartRunOptions): Promise<number> {
  const { steps = '', tags = '', readings, quick = false, defect = '', seed = '', reset = false } = options;
  const { answer, mock, printing } = await asked(options, ({ control }) =>
    control.startRun({
      body: {
        ...{ target, steps, tags, quick, defect, seed, reset, language: languageOf(options.lang) },
        readings: readings === true ? 'all' : (readings ?? ''),
      },
    }),
  );
  if (options.wait) return watched(answer.id, mock, printing);
  console.log(runLine(answer, printing));
  print(texts[printing.language].watch(answer.id));
  return 0;
}

/** `dcm runs watch ID`: the exit code is that of the run. */
export async function watchRun(id: number, options: RunsOptions): Promise<number> {
  const { mock, printing } = await asked(options, ({ control }) => control.getRun({ params: { id } }));
  return watched(id, mock, printing);
}

async function watched(id: number, mock: RunningMock, printing: Printing): Promise<number> {
  const t = texts[printing.language];
  let leaves = false;
  const stopped = stopSignal().then(() => {
    leaves = true;
  });
  const ended = await watchToEnd(mock, id, {
    stopped,
    began: (run) => console.log(runLine(run, printing)),
    scenario: (scenario) => console.log(scenarioLines(scenario, printing)),
  }).catch((error: unknown) => {
    throw refusedBy(mock.baseUrl, error);
  });
  if (ended === undefined) {
    console.error(leaves ? t.goesOn(id) : `dcm: ${t.ended}`);
    return exitCodes.toolFailed;
  }
  console.log(endLines(ended, mock.baseUrl, printing));
  await flushed();
  return codeOf(ended);
}

/** `dcm runs stop ID` */
export async function stopRun(id: number, options: RunsOptions): Promise<number> {
  const { answer, printing } = await asked(options, ({ control }) =>
    control.stopRun({ params: { id }, body: {} }),
  );
  console.log(runLine(answer, printing));
  return 0;
}

/** `dcm runs compare A B`: 1 if something that was fine fails, or is no longer verified. */
export async function compareRuns(earlier: number, later: number, options: ShowOptions): Promise<number> {
  showsOnly();
  const { answer, printing } = await asked(options, ({ control }) =>
    control.compareRuns({ params: { id: earlier, later } }),
  );
  if (options.json) console.log(JSON.stringify(answer, null, 2));
  else console.log(comparedText(answer, { others: 0, ...printing }));
  await flushed();
  return answer.broken.length + answer.unverified.length > 0 ? 1 : 0;
}
