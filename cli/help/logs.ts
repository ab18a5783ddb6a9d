import { bilingual } from '../../contract/texts/language.js';

/** Help of `dcm logs`. */
export const logsHelp = bilingual(
  {
    says: 'show the journal of a running mock: one line per exchange, with what was noticed below it; times are in UTC',
    mockUrl: 'URL of the mock',
    controlToken: 'token of its control API, from another host',
    controlTokenFile: 'file with this token; or set DCM_CONTROL_TOKEN',
    follow: 'go on with what comes, until it is stopped',
    limit: 'how many of the newest exchanges to begin with',
    direction: 'in: requests of banks; out: requests of DCM',
    operation: 'part of the name of the operation',
    status: '404, 4xx, >=400, 400-499; 0 for no response',
    rule: 'part of the name of a rule that was noticed',
    counterparty: 'guid of the counterparty',
    text: 'part of the URL, the operation, the request id, the reason or the error',
    json: 'print each exchange as a line of JSON',
    har: 'write them to a HAR 1.2 file, which developer tools of browsers open',
    lang: 'language, en or uk (default: DCM_LANG)',
  },
  {
    says: 'показати журнал запущеного імітатора: рядок на кожен обмін, а під ним спостереження; час за UTC',
    mockUrl: 'URL імітатора',
    controlToken: 'токен його API керування, якщо команда виконується на іншому комп’ютері',
    controlTokenFile: 'файл із цим токеном; або задайте DCM_CONTROL_TOKEN',
    follow: 'показувати нові обміни, доки команду не зупинено',
    limit: 'з якої кількості найновіших обмінів почати',
    direction: 'in: запити банків; out: запити DCM',
    operation: 'частина назви операції',
    status: '404, 4xx, >=400, 400-499; 0, якщо відповіді не було',
    rule: 'частина назви правила, за яким є спостереження',
    counterparty: 'guid контрагента',
    text: 'частина URL, назви операції, id запиту, причини чи помилки',
    json: 'вивести кожен обмін рядком JSON',
    har: 'записати їх у файл HAR 1.2, який відкривають інструменти розробника в браузерах',
    lang: 'мова, en або uk (типово: за DCM_LANG)',
  },
);
