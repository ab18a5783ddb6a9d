import { bilingual } from '../../contract/texts/language.js';

/** Help of `dcm proxy`. */
export const proxyHelp = bilingual(
  {
    says: 'stand between a bank and a real stage of DCM: pass requests on, record and judge them',
    upstream: "URL of the stage's API; the bank then sends its requests to this proxy",
    config: 'configuration file of the bank (bank.yaml); always needed',
    port: "port for the bank's requests; 0 picks a free one",
    host: 'address to listen on',
    reverse: "port for DCM's requests, which are passed on to the URLs of bank.yaml",
    record: 'file of the recording (default: "recording-TIME.ndjson")',
    allowHost: 'host that is a stage although its name does not say so; can be repeated',
    console: 'port on which a browser shows the exchanges as they come; 0 picks a free one',
    json: 'print the addresses and then each exchange as a line of JSON',
    lang: 'language of output, en or uk (default: DCM_LANG)',
    passes: `Nothing is changed, retried or sent by the proxy itself. Secrets are replaced before anything is written. What departs
from the documentation is printed below the exchange, with its rule. docs/stage.md says which URL to give to whom.`,
    export: 'write a recording in a form that other programs read',
    har: 'HAR 1.2, for the developer tools of browsers',
    http: 'requests of the bank, ready to be sent again by an editor; credentials are left out',
    zip: 'everything for a ticket: recording, HAR, requests, findings',
  },
  {
    says: 'стати між банком і справжнім стендом DCM: передавати запити, записувати й перевіряти їх',
    upstream: 'URL API стенда; банк тоді надсилає свої запити до цього проксі',
    config: 'файл налаштувань банку (bank.yaml); потрібен завжди',
    port: 'порт для запитів банку; 0 означає будь-який вільний',
    host: 'адреса, на якій слухати',
    reverse: 'порт для запитів DCM, які передаються за URL із bank.yaml',
    record: 'файл запису (типово: "recording-ЧАС.ndjson")',
    allowHost: 'хост, який є стендом, хоча з його назви це не видно; можна вказати кілька разів',
    console: 'порт, на якому браузер показує обміни одразу; 0 означає будь-який вільний',
    json: 'вивести адреси, а потім кожен обмін рядком JSON',
    lang: 'мова виводу, en або uk (типово: за DCM_LANG)',
    passes: `Проксі нічого не змінює, не повторює й не надсилає сам. Секрети замінюються до запису. Відхилення від документації
виводяться під обміном разом із правилом. У docs/stage.md сказано, кому який URL надати.`,
    export: 'зберегти запис у формі, яку читають інші програми',
    har: 'HAR 1.2, для інструментів розробника в браузерах',
    http: 'запити банку, готові до повторного надсилання з редактора; без облікових даних',
    zip: 'усе для звернення до підтримки: запис, HAR, запити, спостереження',
  },
);
