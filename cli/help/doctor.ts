import { bilingual } from '../../contract/texts/language.js';

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
