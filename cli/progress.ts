import type { Envelope } from '@cucumber/messages';
import { plan } from '../contract/plan.js';
import type { Language } from '../contract/texts/language.js';
import { merge } from '../contract/verdict.js';
import { stepHeader, stepLine } from '../reports/console.js';
import { clip, oneLine } from '../reports/text.js';
import { textsOf } from '../reports/texts/index.js';
import { isApart, judgeScenario } from '../steps/run/judge-scenario.js';
import type { ScenarioRun } from '../steps/run/scenario-run.js';
import type { Scheme } from '../steps/stage.js';
import { inColor } from './in-color.js';
import type { Estimate } from './pace/estimate.js';
import { paceWords } from './pace/words.js';

/** Clears the current line of a terminal. */
const clearLine = '\r\u001b[2K';

/** Prints a line for each step of the plan as soon as its last scenario has finished. */
export function createProgress(out: NodeJS.WriteStream, language: Language = 'en') {
  const options = {
    color: inColor(out),
    width: out.columns ?? 100,
    language,
  };
  let step = 0;
  /** First line of a pass after the first one. */
  let again = '';
  let runs: ScenarioRun[] = [];
  const names = new Map<string, string>();
  const pickles = new Map<string, string>();
  let begun = 0;
  /** The terminal shows a line that the next one replaces. */
  let passing = false;

  /** Shows what is running; only on a terminal, in a line that disappears when the step is over. */
  function show(text: string): void {
    if (out.isTTY !== true) return;
    out.write(`${clearLine}${clip(oneLine(text), Math.max(20, (out.columns ?? 100) - 1))}`);
    passing = true;
  }

  function print(text: string): void {
    out.write(`${passing ? clearLine : ''}${text}\n`);
    passing = false;
  }

  function flush(): void {
    const planned = plan.find((planStep) => planStep.step === step);
    if (planned === undefined || runs.length === 0) return;
    const verdicts = runs.map((run) => judgeScenario(run).verdict);
    print(
      stepLine(
        {
          step,
          who: planned.who,
          title: planned.title,
          verdict: merge(verdicts, 'not-verified'),
          scenarios: runs.length,
          ms: runs.reduce((sum, run) => sum + run.ms, 0),
        },
        options,
      ),
    );
    runs = [];
  }

  return {
    /** The plan under another scheme begins. */
    pass(scheme: Scheme): void {
      again = step > 0 || again !== '' ? textsOf(language).console.again(scheme) : '';
      step = 0;
    },
    scenario(run: ScenarioRun): void {
      if (isApart(run)) return;
      const own = Number(run.tags.find((tag) => tag.startsWith('@step-'))?.slice('@step-'.length));
      if (step === 0) print(again || stepHeader(options, true));
      if (own !== step) flush();
      step = own;
      runs.push(run);
    },
    /** How long the run will take. */
    pace(estimate: Estimate): void {
      print(`     ${paceWords[language].left(estimate)}`);
    },
    /** Cucumber's messages as they come: which scenario of how many has begun. */
    message({ pickle, testCase, testCaseStarted }: Envelope): void {
      if (pickle) names.set(pickle.id, pickle.name);
      if (testCase) pickles.set(testCase.id, testCase.pickleId);
      if (!testCaseStarted) return;
      begun += 1;
      const name = names.get(pickles.get(testCaseStarted.testCaseId) ?? '') ?? '';
      show(`  ${begun}/${pickles.size}  ${name}`);
    },
    end: flush,
  };
}
