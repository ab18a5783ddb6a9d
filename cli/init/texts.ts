import { bilingual, type Language } from '../../contract/texts/language.js';
import { hooks, isHookLanguage } from './hook.js';
import type { Settings } from './settings.js';
import { quoted } from './shell.js';
import type { Outcome } from './write.js';

/** What `dcm init` says at its end. */

const texts = bilingual(
  {
    written: 'written',
    left: 'left as they are, because they already exist',
    command: 'first, so that this shell knows dcm',
    next: 'next',
    keys: 'creates the keys of DCM once; configure the bank with their public parts',
    environment: 'then change the values in .env',
    load: 'loads them into this shell',
    hook: 'starts the driver hook; all acts answer 501 until you fill them in',
    bank: 'start your bank',
    onboarding: 'says what to configure on the side of the bank',
    verify: 'the first step of the plan',
    more: 'docs/verify-your-bank.md and docs/acts.md of dcm-conformance explain the rest.',
    jwks: 'Put the public JWKs of the bank into bank-jwks.json: the scheme bank needs them.',
  },
  {
    written: 'записано',
    left: 'залишено без змін, бо вже існують',
    command: 'спершу, щоб ця оболонка знала команду dcm',
    next: 'далі',
    keys: 'створює один раз ключі DCM; їхні публічні частини налаштуйте в банку',
    environment: 'потім змініть значення в .env',
    load: 'завантажує їх у цю оболонку',
    hook: 'запускає хук драйвера; усі дії відповідають 501, доки ви їх не реалізуєте',
    bank: 'запустіть ваш банк',
    onboarding: 'каже, що налаштувати на боці банку',
    verify: 'перший крок плану',
    more: 'Решту пояснюють docs/verify-your-bank.md і docs/acts.md пакета dcm-conformance.',
    jwks: 'Запишіть публічні JWK банку в bank-jwks.json: вони потрібні для схеми bank.',
  },
);

interface Ended extends Outcome {
  readonly folder: string;
  /** What makes `dcm` a command of the shell, if it is none. */
  readonly command: string | undefined;
  readonly settings: Settings;
  readonly language: Language;
}

const listed = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`${title}:`, ...lines.map((line) => `  ${line}`)];

export function outcomeText({ written, left, folder, command, settings, language }: Ended): string {
  const { hook, schemes } = settings;
  const t = texts[language];
  const steps: (readonly [call: string, says: string])[] = [
    ...(folder === '.' ? [] : [[`cd ${quoted(folder)}`, ''] as const]),
    ['dcm keys dcm-keys.json', t.keys],
    ['cp .env.example .env', t.environment],
    ['set -a; . ./.env; set +a', t.load],
    isHookLanguage(hook) ? [`${hooks[hook].run} &`, t.hook] : ['…', t.bank],
    ['dcm onboarding --config bank.yaml', t.onboarding],
    ['dcm verify --config bank.yaml --steps 1', t.verify],
  ];
  const width = Math.max(...steps.map(([call]) => call.length)) + 3;
  return [
    ...listed(t.written, written),
    ...listed(t.left, left),
    ...listed(t.command, command === undefined ? [] : [command]),
    ...listed(
      t.next,
      steps.map(([call, says]) => `${call.padEnd(width)}${says}`.trimEnd()),
    ),
    ...(schemes.includes('bank') ? [t.jwks] : []),
    t.more,
  ].join('\n');
}
