import { plan, stepWords } from '../contract/plan.js';
import { defaultProfile, type Profile, profileOptions } from '../contract/profile/index.js';
import type { Result } from '../contract/result.js';
import type { Language } from '../contract/texts/language.js';
import { onlyOnStage } from '../contract/texts/stage.js';
import type { Verdict } from '../contract/verdict.js';
import { marks } from './marks.js';
import { wrap } from './text.js';
import { textsOf } from './texts/index.js';

/** The 16 steps as a list for the real stage. */
export interface Checklist {
  readonly target: string;
  readonly steps: readonly {
    readonly step: number;
    readonly who: string;
    readonly title: string;
    readonly outcome: string;
    /** The verdict of this run; `not-run` without a run. */
    readonly verified_here: Verdict;
    readonly scenarios: number;
    readonly only_on_stage: string;
    /** Exchanges of a recording that show the step; empty without a recording. */
    readonly seen_on_stage: readonly string[];
  }[];
  /** Parts of the plan that are switched off, and so are not verified anywhere. */
  readonly switched_off: readonly string[];
  /** Undocumented readings to ask DCM about, each with the one assumed here. */
  readonly ask_dcm: readonly {
    readonly option: string;
    readonly unknown: string;
    readonly assumed: unknown;
    readonly says: string;
  }[];
}

/** What is known without a run. */
export interface Known {
  readonly target: string;
  readonly switchedOff: readonly string[];
  readonly profile: Readonly<Partial<Profile>>;
}

/** What a recording shows of a step. */
export interface SeenOnStage {
  readonly step: number;
  readonly says: string;
}

/** @param seen what a recording shows of the stage, if there is one */
export function checklistOf(
  about: Result | Known,
  language: Language,
  seen: readonly SeenOnStage[] = [],
): Checklist {
  const run = 'plan' in about ? about : undefined;
  const profile: Readonly<Record<string, unknown>> = { ...defaultProfile, ...about.profile };
  const off = 'plan' in about ? about.switched_off : about.switchedOff;
  const unused = unusedOptions(off);
  const names = Object.keys(profileOptions) as (keyof Profile)[];
  return {
    target: about.target,
    steps: plan.map((declared) => {
      const { step } = declared;
      const { who, title, outcome } = stepWords(step, language) ?? declared;
      const here = run?.plan.find((item) => item.step === step);
      return {
        step,
        who,
        title,
        outcome,
        verified_here: here?.verdict ?? 'not-run',
        scenarios: here?.scenarios.length ?? 0,
        only_on_stage: onlyOnStage(step, language),
        seen_on_stage: seen.filter((one) => one.step === step).map(({ says }) => says),
      };
    }),
    switched_off: off,
    ask_dcm: names
      .filter((name) => profileOptions[name].unknown !== '-' && !unused.has(name))
      .map((name) => ({
        option: name,
        unknown: profileOptions[name].unknown,
        assumed: profile[name],
        says: profileOptions[name].says[language],
      })),
  };
}

/** Options of switched-off parts, about which there is nothing to ask. */
function unusedOptions(switchedOff: readonly string[]): ReadonlySet<string> {
  const parts: Readonly<Record<string, readonly (keyof Profile)[]>> = {
    multisignature: ['sign_retry_s', 'sign_timeout_ms', 'multisig_keys', 'network_passphrase'],
    callbacks: ['callback_retry_s', 'callback_timeout_ms'],
    limits: ['limit_paths'],
    'scheme bank': ['callback_token', 'bank_jwt_algs', 'leeway_s'],
    'scheme dcm': ['session_ttl_s'],
  };
  return new Set(switchedOff.flatMap((part) => parts[part] ?? []));
}

const phrases = {
  en: {
    title: (target: string) => `Checklist for the stage${target === '-' ? '' : `: ${target}`}`,
    here: 'here',
    stage: 'on the stage',
    seen: 'seen',
    outcome: 'done when',
    off: 'Switched off here, so not verified anywhere',
    ask: 'Ask DCM: the documentation leaves these open; the values assumed here are shown',
  },
  uk: {
    title: (target: string) => `Контрольний перелік для стенда${target === '-' ? '' : `: ${target}`}`,
    here: 'тут',
    stage: 'на стенді',
    seen: 'видно',
    outcome: 'виконано, коли',
    off: 'Вимкнено тут, тому ніде не перевірено',
    ask: 'Запитайте в DCM: документація цього не визначає; наведено значення, прийняті тут',
  },
} as const;

/** The list as text, to be printed and checked off. */
export function checklistText(list: Checklist, language: Language, width = 100): string {
  const say = phrases[language];
  const texts = textsOf(language);
  const field = (label: string, text: string) =>
    wrap(text, width - 22).map((line, index) => `      ${(index === 0 ? label : '').padEnd(16)}${line}`);
  const steps = list.steps.flatMap((item) => [
    `[${item.seen_on_stage.length > 0 ? 'x' : ' '}] ${String(item.step).padStart(2)}  ${item.title} (${item.who})`,
    ...field(say.outcome, item.outcome),
    ...field(
      say.here,
      `${marks[item.verified_here]} ${texts.verdicts[item.verified_here]}, ${texts.scenarios(item.scenarios)}`,
    ),
    ...field(say.stage, item.only_on_stage),
    ...(item.seen_on_stage.length > 0 ? field(say.seen, item.seen_on_stage.join(', ')) : []),
  ]);
  const off = list.switched_off.length === 0 ? [] : ['', `${say.off}: ${list.switched_off.join(', ')}`];
  const questions = list.ask_dcm.flatMap(({ option, unknown, assumed, says }) => [
    `[ ] ${unknown}  ${option}: ${JSON.stringify(assumed)}`,
    ...wrap(says, width - 6).map((line) => `      ${line}`),
  ]);
  return [say.title(list.target), '', ...steps, ...off, '', say.ask, '', ...questions].join('\n');
}
