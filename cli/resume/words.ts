import { bilingual } from '../../contract/texts/language.js';
import { quoted } from '../init/shell.js';
import type { VerifyCommand } from '../verify-command.js';

/** Texts about resuming runs. */
export const resumeWords = bilingual(
  {
    /** How to resume an interrupted run. */
    goOn: (command: string) => `to resume the run where it stopped: ${command}`,
    /** A run begins although an earlier one could be resumed. */
    leftOver: (command: string) =>
      `An interrupted run can be resumed: ${command}\nThis run starts from the beginning and replaces the other one once its first scenario has finished.`,
    resumed: (begunAt: string, carried: number) =>
      `Resumed: started ${begunAt}; carried over the results of ${carried} scenarios.`,
    /** The file of a finished run stays behind. */
    stays: (problem: string) =>
      `The run is complete, but the file for resuming it could not be removed: ${problem}`,
    cannot: (problem: string) => `This run cannot be resumed if it is interrupted: ${problem}`,
  },
  {
    goOn: (command) => `щоб продовжити прогін із того самого місця: ${command}`,
    leftOver: (command) =>
      `Перерваний прогін можна продовжити: ${command}\nЦей прогін починається спочатку й замінить перерваний, коли завершиться його перший сценарій.`,
    resumed: (begunAt, carried) =>
      `Продовжено прогін, розпочатий ${begunAt}; перенесено результатів сценаріїв: ${carried}.`,
    stays: (problem) => `Прогін завершено, але файл для його продовження не вдалося вилучити: ${problem}`,
    cannot: (problem) => `Якщо цей прогін перервати, продовжити його не вдасться: ${problem}`,
  },
);

/** The command that resumes a run, with the options that it was started with. */
export function resumeCommand(options: VerifyCommand): string {
  const { config, steps, tags, seed, timeLimit, report, statementKey, lang } = options;
  const flags = (['quick', 'mock', 'whole'] as const).filter((name) => options[name]);
  const given = Object.entries({
    config,
    steps,
    tags,
    seed,
    'time-limit': timeLimit,
    report: report === 'reports/latest' ? undefined : report,
    'statement-key': statementKey,
    lang,
  }).flatMap(([name, value]) => (value === undefined ? [] : [`--${name} ${quoted(value)}`]));
  return ['dcm verify --resume', ...given, ...flags.map((name) => `--${name}`)].join(' ');
}
