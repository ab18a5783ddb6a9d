import { bilingual } from '../../contract/texts/language.js';

/** Help of `dcm keys`. */
export const keysHelp = bilingual(
  {
    says: "create DCM's keys and a counterparty guid once, and print the public parts (plan step 2)",
    show: 'print the public parts of existing keys',
  },
  {
    says: 'створити один раз ключі DCM і guid контрагента та вивести публічні дані (крок 2 плану)',
    show: 'вивести публічні дані наявних ключів',
  },
);
