import type { Language } from '../../contract/texts/language.js';
import type { VerifyCommand } from '../commands/verify.js';

interface Words {
  /** How an interrupted run is gone on with. */
  readonly goOn: (command: string) => string;
  /** A run begins although an earlier one can be gone on with. */
  readonly leftOver: (command: string) => string;
  readonly resumed: (begunAt: string, carried: number) => string;
  readonly cannot: (problem: string) => string;
}

const all: Readonly<Record<Language, Words>> = {
  en: {
    goOn: (command) => `to go on where it stopped: ${command}`,
    leftOver: (command) =>
      `An interrupted run can be gone on with: ${command}\nThis one begins anew, and takes its place when its first scenario has ended.`,
    resumed: (begunAt, carried) => `Resumed: begun ${begunAt}; results carried over: ${carried} scenarios.`,
    cannot: (problem) => `This run cannot be resumed if it is interrupted: ${problem}`,
  },
  uk: {
    goOn: (command) => `щоб продовжити з того самого місця: ${command}`,
    leftOver: (command) =>
      `Перерваний прогін можна продовжити: ${command}\nЦей починається спочатку й замінить його, коли завершиться перший сценарій.`,
    resumed: (begunAt, carried) => `Продовжено: розпочато ${begunAt}; перенесено результатів: ${carried}.`,
    cannot: (problem) => `Якщо цей прогін перервати, продовжити його не вдасться: ${problem}`,
  },
};

export const resumeWords = (language: Language): Words => all[language];

/** As a shell takes it. */
const quoted = (text: string) =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;

/** The command that goes on with a run, with the options that it was begun with. */
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
