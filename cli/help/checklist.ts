import { bilingual } from '../../contract/texts/language.js';

/** Help of `dcm checklist`. */
export const checklistHelp = bilingual(
  {
    says: 'list the 16 steps for the real stage: what was verified here, and what only the stage can show',
    result: 'result.json of a run, to include what it verified',
    config: 'configuration file of the bank (bank.yaml), if there is no run yet',
    recording:
      'recording of dcm proxy, to tick off what was seen on the stage, with the exchanges that show it',
    lang: 'language, en or uk (default: DCM_LANG)',
    json: 'print JSON',
  },
  {
    says: 'вивести 16 кроків для справжнього стенда: що перевірено тут, а що може показати лише стенд',
    result: 'файл result.json прогону, щоб врахувати його результати',
    config: 'файл налаштувань банку (bank.yaml), якщо прогону ще не було',
    recording: 'запис dcm proxy, щоб позначити те, що видно на стенді, разом з обмінами, які це показують',
    lang: 'мова, en або uk (типово: за DCM_LANG)',
    json: 'вивести JSON',
  },
);
