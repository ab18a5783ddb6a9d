import { bilingual } from '../../contract/texts/language.js';

/** Help of `dcm prove`. */
export const proveHelp = bilingual(
  {
    says: 'prove that the checks catch what they claim: walk the plan with banks that make one mistake each',
    defect: 'only the bank with this defect',
    report: 'folder for the matrix',
    whole: 'walk the whole plan with every bank, instead of only checking the recorded results',
    write: 'do the same, and write the matrix to this file and docs/prove.json',
    check: 'fail unless this file has the current matrix',
  },
  {
    says: 'довести, що перевірки виявляють заявлене: пройти план із банками, кожен з яких робить одну помилку',
    defect: 'лише банк із цією помилкою',
    report: 'тека для матриці',
    whole: 'пройти весь план із кожним банком, а не лише звірити записані результати',
    write: 'зробити те саме й записати матрицю в цей файл та в docs/prove.json',
    check: 'завершитися помилкою, якщо матриця в цьому файлі застаріла',
  },
);

/** Help of `dcm doctor`. */
export const doctorHelp = bilingual(
  {
    says: 'check the setup in bank.yaml: URLs, host names, certificates, clock, test data, driver',
    config: 'configuration file of the bank (bank.yaml)',
    mockUrl: 'URL of a mock that already runs, with the same keys',
    controlToken: 'token of the control API of that mock; requires --mock-url',
    controlTokenFile: 'file with this token; or set DCM_CONTROL_TOKEN',
    lang: 'language, en or uk (default: DCM_LANG)',
    ends: 'Exits with 2 if something would make a run meaningless. Lines marked ! are advice.',
  },
  {
    says: 'перевірити налаштування в bank.yaml: адреси, імена хостів, сертифікати, годинник, тестові дані, драйвер',
    config: 'файл налаштувань банку (bank.yaml)',
    mockUrl: 'URL уже запущеного імітатора з тими самими ключами',
    controlToken: 'токен API керування цього імітатора; потребує --mock-url',
    controlTokenFile: 'файл із цим токеном; або задайте DCM_CONTROL_TOKEN',
    lang: 'мова, en або uk (типово: за DCM_LANG)',
    ends: 'Код завершення 2, якщо прогін не мав би сенсу. Рядки зі знаком ! — це поради.',
  },
);

/** Help of `dcm onboarding`. */
export const onboardingHelp = bilingual(
  {
    says: 'print what the bank must configure on its side',
    config: 'configuration file of the bank (bank.yaml)',
    json: 'print JSON',
  },
  {
    says: 'вивести все, що банк має налаштувати на своєму боці',
    config: 'файл налаштувань банку (bank.yaml)',
    json: 'вивести JSON',
  },
);
