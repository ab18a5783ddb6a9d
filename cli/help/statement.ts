import { bilingual } from '../../contract/texts/language.js';

/** Help of `dcm statement`. */
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
