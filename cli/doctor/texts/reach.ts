import { bilingual } from '../../../contract/texts/language.js';

/** What is said of reaching the bank, and DCM from it. */
export const reachTexts = bilingual(
  {
    answers: (member: string, url: string, status: number) => `${member} ${url} answers (${status})`,
    /** Nothing serves `POST /sign` at this URL. */
    noSign: (url: string) =>
      `sign_url: nothing serves POST ${url} (404); DCM adds /sign to bank.sign_url, so give the base without it`,
    unknownHost: (member: string, hostname: string) => `${member}: host ${hostname} cannot be resolved`,
    nobodyListens: (member: string, host: string) => `${member}: nothing listens on ${host}`,
    certificates: {
      'self-signed': 'the certificate is self-signed',
      'chain-self-signed': 'the certificate chain ends in an authority that is not trusted',
      'authority-unknown': 'the authority that signed the certificate is not trusted',
      expired: 'the certificate has expired',
      'not-yet-valid': 'the certificate is not valid yet',
      'other-name': 'the certificate is for another name',
    },
    certificate: (member: string, problem: string) =>
      `${member}: ${problem}; give bank.tls.ca, or bank.tls.insecure for a test`,
    tls: (member: string, reason: string) => `${member}: TLS fails: ${reason}`,
    reached: (url: string) => `the bank reaches DCM at ${url}`,
    /** `error`: what the bank says; undefined when it says that it is done. */
    notReached: (url: string, error: string | undefined) =>
      `the bank does not reach DCM at ${url}: it says ${error ?? 'it is done'}, no request came`,
    noPing: 'the act ping is not supported; whether the bank reaches DCM is not known',
    hookLog: 'the log of the bank’s test hook',
    tokenAccepted: "a token of DCM's is accepted",
    tokenRefused: (answer: string, keeper: string) =>
      `/key answers ${answer} about key keeper ${keeper}; step 7 will say more`,
  },
  {
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
  },
);
