import { bilingual } from '../../../contract/texts/language.js';
import { ukrainianPlural as plural } from '../../../contract/texts/plural.js';

const off = (seconds: number) =>
  `the bank's clock is ${Math.abs(seconds)} s ${seconds < 0 ? 'behind' : 'ahead'}`;

const ukrainianOff = (seconds: number) =>
  `годинник банку ${seconds < 0 ? 'відстає' : 'поспішає'} на ${Math.abs(seconds)} с`;
const logins = (count: number) => plural(count, 'тестовий логін', 'тестові логіни', 'тестових логінів');

/** Texts about the setup: bank.yaml, data, clock, driver. */
export const setupTexts = bilingual(
  {
    notReady: 'the setup is not ready',
    see: 'see',
    onBankHost: (command: string) => `${command}, on the bank’s host`,
    about: {
      config: 'config',
      data: 'data',
      url: 'url',
      name: 'name',
      certificate: 'certificate',
      clock: 'clock',
      driver: 'driver',
      mock: 'mock',
      token: 'token',
    },
    config: (file: string) => `${file} is valid`,
    generated: (count: number) => `${count} test logins will be generated`,
    given: (count: number) => `${count} test logins`,
    tooFewGenerated: (count: number, needed: number) =>
      `bank.customers.generate: ${count}, but a run needs ${needed}`,
    /** `mayGenerate`: the driver can create secrets for generated logins. */
    tooFewGiven: (count: number, needed: number, mayGenerate: boolean) =>
      `bank.customers: ${count} test logins, but a run needs ${needed}; add some${mayGenerate ? `, or use { generate: ${needed} }` : ''}`,
    insecure: "bank.tls.insecure: the bank's certificates are not checked",
    noDate: "the bank's responses have no Date header, so its clock cannot be compared",
    clockAgrees: "the bank's clock agrees with this one",
    clockOff: off,
    clockBlocks: (seconds: number, leewayS: number) =>
      `${off(seconds)}, more than bank.leeway_s (${leewayS})`,
    clockSee: 'date -u, here and on the bank’s host',
    manual: 'manual: a person will be asked to act',
    builtin: 'builtin: the harness itself calls DCM',
    noDriver: 'none: the bank cannot be asked to act, so its own actions are not verified',
  },
  {
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
    config: (file) => `у ${file} помилок немає`,
    generated: (count) => `буде створено ${logins(count)}`,
    given: logins,
    tooFewGenerated: (count, needed) => `bank.customers.generate: ${count}, а для прогону потрібно ${needed}`,
    tooFewGiven: (count, needed, mayGenerate) =>
      `bank.customers: ${logins(count)}, а для прогону потрібно ${needed}; додайте ще${mayGenerate ? ` або вкажіть { generate: ${needed} }` : ''}`,
    insecure: 'bank.tls.insecure: сертифікати банку не перевіряються',
    noDate: 'у відповідях банку немає заголовка Date, тож звірити його годинник неможливо',
    clockAgrees: 'годинник банку збігається з тутешнім',
    clockOff: ukrainianOff,
    clockBlocks: (seconds, leewayS) => `${ukrainianOff(seconds)}, більше за bank.leeway_s (${leewayS})`,
    clockSee: 'date -u тут і на сервері банку',
    manual: 'manual: дії виконуватиме людина',
    builtin: 'builtin: до DCM звертатиметься сам інструмент',
    noDriver: 'none: банку не можна доручити дії, тому його власні дії не перевіряються',
  },
);
