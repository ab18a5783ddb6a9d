import { bilingual } from '../../contract/texts/language.js';

/** Help of `dcm report` and `dcm report diff`. */
export const reportHelp = bilingual(
  {
    says: 'look at results',
    diff: 'compare two result.json in everything but durations, signatures and times; exit 1 when they differ',
  },
  {
    says: 'переглянути результати',
    diff: 'порівняти два result.json в усьому, крім тривалостей, підписів і часу; код завершення 1, якщо вони різні',
  },
);

/** Help of `dcm statement` and its commands. */
export const statementHelp = bilingual(
  {
    says: 'signed statements about a run',
    key: 'make a key pair that signs statements: the private JWK, and the public one beside it',
    verify: 'check a statement against the reports beside it; exit 1 when anything was changed',
    trusted: 'the public JWK that you trust; without it the key in the statement is used',
    proves: `The run is not made again: signature, digests and every figure are recomputed from the reports. A run that was signed
with a key of the bank itself proves integrity, not independence.`,
  },
  {
    says: 'підписані підтвердження результатів прогону',
    key: 'створити пару ключів для підписання підтверджень: приватний JWK і публічний поруч із ним',
    verify: 'звірити підтвердження зі звітами поруч із ним; код завершення 1, якщо щось змінено',
    trusted: 'публічний JWK, якому ви довіряєте; без нього береться ключ із самого підтвердження',
    proves: `Прогін не повторюється: підпис, хеші та всі показники обчислюються заново зі звітів. Підпис ключем самого банку
доводить цілісність результатів, а не незалежність перевірки.`,
  },
);

/** Help of `dcm checklist`. */
export const checklistHelp = bilingual(
  {
    says: 'the 16 steps as a list for the real stage: what was verified here, what only it can show',
    result: 'a result.json: what its run has shown',
    config: 'without a run: the bank, as bank.yaml describes it',
    lang: 'en or uk; DCM_LANG when left out',
    json: 'as JSON',
  },
  {
    says: '16 кроків як перелік для справжнього стенда: що перевірено тут, а що може показати лише він',
    result: 'файл result.json: що показав його прогін',
    config: 'без прогону: банк за описом у bank.yaml',
    lang: 'en або uk; якщо не вказано, за DCM_LANG',
    json: 'у форматі JSON',
  },
);
