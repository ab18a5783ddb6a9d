import { ukrainianPlural as plural } from '../../../contract/texts/plural.js';
import type { DoctorTexts } from './texts.js';

const off = (seconds: number) =>
  `годинник банку ${seconds < 0 ? 'відстає' : 'поспішає'} на ${Math.abs(seconds)} с`;

const logins = (count: number) => plural(count, 'тестовий логін', 'тестові логіни', 'тестових логінів');

export const ukrainian: DoctorTexts = {
  notReady: 'середовище ще не готове',
  see: 'перевірте',
  onBankHost: (command) => `${command}, на сервері банку`,
  about: {
    config: 'файл',
    data: 'дані',
    url: 'адреса',
    name: 'ім’я',
    certificate: 'сертифікат',
    clock: 'годинник',
    driver: 'драйвер',
    mock: 'DCM',
    token: 'токен',
  },
  config: (file) => `${file} складено правильно`,
  generated: (count) => `буде створено ${logins(count)}`,
  given: logins,
  tooFewGenerated: (count, needed) => `bank.customers.generate: ${count}, а для прогону потрібно ${needed}`,
  tooFewGiven: (count, needed, mayGenerate) =>
    `bank.customers: ${logins(count)}, а для прогону потрібно ${needed}; додайте ще${mayGenerate ? ` або вкажіть { generate: ${needed} }` : ''}`,
  insecure: 'bank.tls.insecure: сертифікати банку не перевіряються',
  noDate: 'у відповідях банку немає заголовка Date, тож звірити його годинник неможливо',
  clockAgrees: 'годинник банку збігається',
  clockOff: off,
  clockBlocks: (seconds, leewayS) => `${off(seconds)}, більше за bank.leeway_s (${leewayS})`,
  clockSee: 'date -u; потім те саме на сервері банку',
  manual: 'manual: дії виконуватиме людина',
  builtin: 'builtin: до DCM звертатиметься сам інструмент',
  noDriver: 'none: доручити банку дію неможливо, тому його власних дій не буде перевірено',
  answers: (member, url, status) => `${member} ${url} відповідає (${status})`,
  noSign: (url) =>
    `sign_url: запит POST за адресою ${url} ніхто не обслуговує (404); DCM сам додає /sign до bank.sign_url, тож укажіть базову адресу без нього`,
  unknownHost: (member, hostname) => `${member}: адресу сервера ${hostname} не вдається визначити`,
  nobodyListens: (member, host) => `${member}: на ${host} ніхто не слухає`,
  certificates: {
    'self-signed': 'сертифікат самопідписаний',
    'chain-self-signed': 'ланцюжок сертифікатів закінчується центром, якому немає довіри',
    'authority-unknown': 'до центру, що підписав сертифікат, немає довіри',
    expired: 'строк дії сертифіката минув',
    'not-yet-valid': 'сертифікат ще не набув чинності',
    'other-name': 'сертифікат видано на інше ім’я',
  },
  certificate: (member, problem) =>
    `${member}: ${problem}; вкажіть bank.tls.ca або, для проби, bank.tls.insecure`,
  tls: (member, reason) => `${member}: збій TLS: ${reason}`,
  reached: (url) => `банк може звернутися до DCM за адресою ${url}`,
  notReached: (url, error) =>
    `банк не може звернутися до DCM за адресою ${url}: відповідь на дію — ${error ?? 'виконано'}, але запит не надійшов`,
  noPing: 'дія ping не підтримується; чи може банк звернутися до DCM, невідомо',
  hookLog: 'журнал хука дій банку (dcm-acts)',
  tokenAccepted: 'токен DCM прийнято',
  tokenRefused: (answer, keeper) =>
    `/key відповідає ${answer} щодо хранителя ключа ${keeper}; докладніше покаже крок 7`,
};
