import { bilingual } from '../../contract/texts/language.js';

/** Help of `dcm report`. */
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
