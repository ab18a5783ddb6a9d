import { bilingual } from '../../contract/texts/language.js';

/** Help of `dcm report` and `dcm report diff`. */
export const reportHelp = bilingual(
  {
    says: 'inspect the results of runs',
    diff: 'compare two result.json files, ignoring durations, signatures and times; exit 1 when they differ',
  },
  {
    says: 'переглянути результати прогонів',
    diff: 'порівняти два файли result.json без урахування тривалостей, підписів і часу; код завершення 1, якщо є відмінності',
  },
);

/** Help of `dcm statement` and its commands. */
export const statementHelp = bilingual(
  {
    says: 'signed statements about a run',
    key: 'create a key pair for signing statements: the private JWK, and the public one next to it',
    verify: 'check a statement against the reports next to it; exit 1 if anything was changed',
    trusted: 'public JWK that you trust; without it, the key in the statement is used',
    proves: `The run is not repeated: the signature is verified, and the digests and all figures are recomputed from the reports.
A signature by the bank's own key proves integrity, not independence.`,
  },
  {
    says: 'підписані підтвердження результатів прогону',
    key: 'створити пару ключів для підписання підтверджень: приватний JWK і публічний поруч із ним',
    verify: 'звірити підтвердження зі звітами поруч із ним; код завершення 1, якщо щось змінено',
    trusted: 'публічний JWK, якому ви довіряєте; без нього береться ключ із самого підтвердження',
    proves: `Прогін не повторюється: підпис перевіряється, а хеші та всі показники обчислюються заново за звітами. Підпис ключем
самого банку доводить цілісність результатів, а не незалежність перевірки.`,
  },
);

/** Help of `dcm checklist`. */
export const checklistHelp = bilingual(
  {
    says: 'list the 16 steps for the real stage: what was verified here, and what only the stage can show',
    result: 'result.json of a run, to include what it verified',
    config: 'configuration file of the bank (bank.yaml), if there is no run yet',
    lang: 'language, en or uk (default: DCM_LANG)',
    json: 'print JSON',
  },
  {
    says: 'вивести 16 кроків для справжнього стенда: що перевірено тут, а що може показати лише стенд',
    result: 'файл result.json прогону, щоб врахувати його результати',
    config: 'файл налаштувань банку (bank.yaml), якщо прогону ще не було',
    lang: 'мова, en або uk (типово: за DCM_LANG)',
    json: 'вивести JSON',
  },
);
