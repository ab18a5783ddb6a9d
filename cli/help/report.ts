import { bilingual } from '../../contract/texts/language.js';

/** Help of `dcm report`. */
export const reportHelp = bilingual(
  {
    says: 'inspect the results of runs',
    diff: 'compare two result.json files: what broke, what was mended, what is slower; exit 1 when they differ in anything but durations, signatures and times',
    all: 'print every difference by its place in the files',
    json: 'print JSON',
    lang: 'language, en or uk (default: DCM_LANG)',
  },
  {
    says: 'переглянути результати прогонів',
    diff: 'порівняти два файли result.json: що перестало проходити, що виправлено, що стало повільнішим; код завершення 1, якщо вони відрізняються не лише тривалостями, підписами й часом',
    all: 'вивести кожну відмінність за її місцем у файлах',
    json: 'вивести JSON',
    lang: 'мова, en або uk (типово: за DCM_LANG)',
  },
);
