import { bilingual } from '../../contract/texts/language.js';
import type { VerifyCommand } from '../verify-command.js';

/** What is said of resuming runs. */
export const resumeWords = bilingual(
  {
    /** How an interrupted run is resumed. */
    goOn: (command: string) => `to resume where it stopped: ${command}`,
    /** A run begins although an earlier one can be resumed. */
    leftOver: (command: string) =>
      `An interrupted run can be resumed: ${command}\nThis one starts anew, and replaces it once its first scenario has ended.`,
    resumed: (begunAt: string, carried: number) =>
      `Resumed: started ${begunAt}; results of ${carried} scenarios carried over.`,
    cannot: (problem: string) => `This run cannot be resumed if it is interrupted: ${problem}`,
  },
  {
    goOn: (command) => `щоб продовжити з того самого місця: ${command}`,
    leftOver: (command) =>
      `Перерваний прогін можна продовжити: ${command}\nЦей починається спочатку й замінить його, коли завершиться перший сценарій.`,
    resumed: (begunAt, carried) => `Продовжено: розпочато ${begunAt}; перенесено результатів: ${carried}.`,
    cannot: (problem) => `Якщо цей прогін перервати, продовжити його не вдасться: ${problem}`,
  },
);

/** As a shell takes it. */
const quoted = (text: string) =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;

/** The command that resumes a run, with the options that it was started with. */
export function resumeCommand(options: VerifyCommand): string {
  const { config, steps, tags, seed, timeLimit, report, statementKey, lang, mock } = options;
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
  return ['dcm verify --resume', ...given, ...(mock ? ['--mock'] : [])].join(' ');
}
