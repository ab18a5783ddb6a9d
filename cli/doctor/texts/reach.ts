import { bilingual } from '../../../contract/texts/language.js';

/** Texts about reaching the bank, and about the bank reaching DCM. */
export const reachTexts = bilingual(
  {
    answers: (member: string, url: string, status: number) => `${member} ${url} responds (${status})`,
    /** Nothing serves `POST /sign` at this URL. */
    noSign: (url: string) =>
      `sign_url: nothing serves POST ${url} (404); set bank.sign_url to the URL of /sign, or to its base`,
    unknownHost: (member: string, hostname: string) => `${member}: host ${hostname} cannot be resolved`,
    nobodyListens: (member: string, host: string) => `${member}: nothing listens on ${host}`,
    certificates: {
      'self-signed': 'the certificate is self-signed',
      'chain-self-signed': 'the certificate chain ends with an untrusted authority',
      'authority-unknown': 'an untrusted authority signed the certificate',
      expired: 'the certificate has expired',
      'not-yet-valid': 'the certificate is not valid yet',
      'other-name': 'the certificate was issued for another name',
    },
    certificate: (member: string, problem: string) =>
      `${member}: ${problem}; set bank.tls.ca or, for a test only, bank.tls.insecure`,
    tls: (member: string, reason: string) => `${member}: TLS failed: ${reason}`,
    reached: (url: string) => `the bank reaches DCM at ${url}`,
    /** `error`: what the bank reported; undefined if it reported success. */
    notReached: (url: string, error: string | undefined) =>
      `the bank does not reach DCM at ${url}: it reported ${error ?? 'success'}, but no request arrived`,
    noPing: 'the act ping is not supported, so it is unknown whether the bank reaches DCM',
    hookLog: 'the log of the bank’s test hook',
    tokenAccepted: 'the bank accepts a token of DCM',
    keysOfBefore: (seconds: number) =>
      `the bank refuses DCM's key, perhaps because it still has those of the run before: waiting for up to ${seconds} s until it fetches them again (bank.jwks_cooldown_s)`,
    tokenRefused: (answer: string, keeper: string) =>
      `/key responds with ${answer} for key keeper ${keeper}; step 7 will show more`,
  },
  {
    answers: (member, url, status) => `${member} ${url} відповідає (${status})`,
    noSign: (url) =>
      `sign_url: запит POST за адресою ${url} ніхто не обслуговує (404); укажіть у bank.sign_url адресу /sign або її базову адресу`,
    unknownHost: (member, hostname) => `${member}: адресу сервера ${hostname} не вдається визначити`,
    nobodyListens: (member, host) => `${member}: на ${host} ніхто не слухає`,
    certificates: {
      'self-signed': 'сертифікат самопідписаний',
      'chain-self-signed': 'ланцюжок сертифікатів завершується недовіреним центром сертифікації',
      'authority-unknown': 'сертифікат підписав недовірений центр сертифікації',
      expired: 'строк дії сертифіката минув',
      'not-yet-valid': 'сертифікат ще не набув чинності',
      'other-name': 'сертифікат видано на інше ім’я',
    },
    certificate: (member, problem) =>
      `${member}: ${problem}; вкажіть bank.tls.ca або, лише для тестування, bank.tls.insecure`,
    tls: (member, reason) => `${member}: збій TLS: ${reason}`,
    reached: (url) => `банк може звернутися до DCM за адресою ${url}`,
    notReached: (url, error) =>
      `банк не може звернутися до DCM за адресою ${url}: у відповіді на дію — ${error ?? '«виконано»'}, але запит не надійшов`,
    noPing: 'дія ping не підтримується, тому невідомо, чи може банк звернутися до DCM',
    hookLog: 'журнал хука дій банку (dcm-acts)',
    tokenAccepted: 'банк приймає токен DCM',
    keysOfBefore: (seconds) =>
      `банк відхиляє ключ DCM, можливо, бо ще має ключі попереднього прогону: чекаємо до ${seconds} с, доки він отримає їх знову (bank.jwks_cooldown_s)`,
    tokenRefused: (answer, keeper) =>
      `/key відповідає ${answer} для хранителя ключа ${keeper}; докладніше покаже крок 7`,
  },
);
