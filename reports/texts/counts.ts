import type { Result } from '../../contract/result.js';
import { bilingual } from '../../contract/texts/language.js';
import { ukrainianPlural } from '../../contract/texts/plural.js';
import { plural } from '../text.js';

/** Counted things, and labels of numbers. */
export const countTexts = bilingual(
  {
    scenarios: (count: number) => plural(count, 'scenario'),
    rules: (count: number) => plural(count, 'rule'),
    checks: (count: number) => plural(count, 'check'),
    times: (count: number) => plural(count, 'time'),
    scheme: (scheme: string) => `scheme ${scheme}`,
    step: (step: number | string) => `Step ${step}`,
    answerTimes: ({ method, answers, late, late_percent, median_ms, slowest_ms }: Result['times'][number]) =>
      `/${method}: ${answers} responses, ${late} later than 1 s (${late_percent} %), median ${median_ms} ms, slowest ${slowest_ms} ms`,
    /** When a run was resumed and started, what was carried over, and what was run again. */
    resumed: (begun: string, { at, carried_over, run_again }: NonNullable<Result['resumed']>) =>
      `${at.join(', ')}, started ${begun}, ${plural(carried_over, 'scenario')} carried over${run_again.length === 0 ? '' : `, interrupted and run again: ${run_again.join(', ')}`}`,
    figures: {
      steps: 'steps passed',
      passed: 'scenarios passed',
      failed: 'failed',
      exitCode: 'exit code',
      duration: 'duration',
      errors: 'errors outside the scenarios',
      of: (count: number) => `of ${count}`,
      simulated: (count: number) => `${count} of them simulated by the mock`,
    },
  },
  {
    scenarios: (count) => ukrainianPlural(count, 'сценарій', 'сценарії', 'сценаріїв'),
    rules: (count) => ukrainianPlural(count, 'правило', 'правила', 'правил'),
    checks: (count) => ukrainianPlural(count, 'перевірка', 'перевірки', 'перевірок'),
    times: (count) => ukrainianPlural(count, 'раз', 'рази', 'разів'),
    scheme: (scheme) => `схема ${scheme}`,
    step: (step) => `Крок ${step}`,
    answerTimes: ({ method, answers, late, late_percent, median_ms, slowest_ms }) =>
      `/${method}: відповідей ${answers}, пізніше ніж за 1 с ${late} (${late_percent} %), медіана ${median_ms} мс, найповільніша ${slowest_ms} мс`,
    resumed: (begun, { at, carried_over, run_again }) =>
      `${at.join(', ')}, розпочато ${begun}, ${ukrainianPlural(carried_over, 'результат', 'результати', 'результатів')} перенесено${run_again.length === 0 ? '' : `, перервано й виконано знову: ${run_again.join(', ')}`}`,
    figures: {
      steps: 'кроків пройдено',
      passed: 'сценаріїв пройдено',
      failed: 'не пройдено',
      exitCode: 'код завершення',
      duration: 'тривалість',
      errors: 'помилок поза сценаріями',
      of: (count) => `із ${count}`,
      simulated: (count) => `з них ${count} виконує імітатор`,
    },
  },
);
