import { plan } from '../contract/plan.js';
import type { Language } from '../contract/texts/language.js';
import { merge } from '../contract/verdict.js';
import { stepHeader, stepLine } from '../reports/console.js';
import { textsOf } from '../reports/texts/index.js';
import type { ScenarioRun } from '../steps/run/collect.js';
import { isApart, judgeScenario } from '../steps/run/judge-scenario.js';
import type { Scheme } from '../steps/stage.js';

/** Prints a line for each step of the plan as soon as its last scenario is over. */
export function createProgress(out: NodeJS.WriteStream, language: Language = 'en') {
  const options = {
    color: out.isTTY === true && process.env.NO_COLOR === undefined,
    width: out.columns ?? 100,
    language,
  };
  let step = 0;
  /** What the pass begins with, unless it is the first one. */
  let again = '';
  let runs: ScenarioRun[] = [];

  function flush(): void {
    const planned = plan.find((one) => one.step === step);
    if (planned === undefined || runs.length === 0) return;
    const verdicts = runs.map((run) => judgeScenario(run).verdict);
    out.write(
      `${stepLine(
        {
          step,
          who: planned.who,
          title: planned.title,
          verdict: merge(verdicts, 'not-verified'),
          scenarios: runs.length,
          ms: runs.reduce((sum, run) => sum + run.ms, 0),
        },
        options,
      )}\n`,
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
      if (step === 0) out.write(`${again || stepHeader(options)}\n`);
      if (own !== step) flush();
      step = own;
      runs.push(run);
    },
    end: flush,
  };
}
