import { bilingual } from '../../contract/texts/language.js';

/** Help of `dcm report`. */
export const reportHelp = bilingual(
  {
    says: 'inspect the results of runs',
    diff: 'compare two result.json files: what broke, what was mended, what is slower; exit 1 when they differ in anything but durations, signatures and times',
    bundle:
      'put a run into one zip for a ticket: reports, exchanges, configuration without secrets, versions, checksums',
    out: 'file for the archive',
    config: 'bank.yaml of the run, taken along without secrets',
    all: 'print every difference by its place in the files',
    json: 'print JSON',
    lang: 'language, en or uk (default: DCM_LANG)',
  },
  {
    says: 'переглянути результати прогонів',
    diff: 'порівняти два файли result.json: що перестало проходити, що виправлено, що стало повільнішим; код завершення 1, якщо вони відрізняються не лише тривалостями, підписами й часом',
    bundle:
      'скласти прогін в один zip для звернення: звіти, обміни, конфігурація без секретів, версії, контрольні суми',
    out: 'файл для архіву',
    config: 'bank.yaml прогону; його буде додано без секретів',
    all: 'вивести кожну відмінність за її місцем у файлах',
    json: 'вивести JSON',
    lang: 'мова, en або uk (типово: за DCM_LANG)',
  },
);
