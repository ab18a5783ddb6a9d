import type { Explanations } from './explanation.js';

/** The form of a request: its address, its body as a whole. */
export const requestCauses = {
  'unknown-path': {
    code: 'unknown-path',
    says: { en: 'no operation has this path', uk: 'операції з таким шляхом немає' },
    where: 'path',
    right: { en: 'the nearest operation is {nearest}', uk: 'найближча операція — {nearest}' },
    source: 'RFC 9110',
  },
  'legacy-path': {
    code: 'unknown-path',
    says: {
      en: '{operation} is from the oldest guide and is no longer served',
      uk: '{operation} — з найдавнішої інструкції, її більше не обслуговують',
    },
    where: 'path',
    right: { en: 'today it is {nearest}', uk: 'тепер це {nearest}' },
    source: 'O OLD-START',
  },
  'wrong-method': {
    code: 'wrong-method',
    says: { en: 'the path exists, but not with {method}', uk: 'такий шлях є, але не з методом {method}' },
    where: 'method',
    right: { en: 'send {allowed}', uk: 'надішліть {allowed}' },
    source: 'RFC 9110',
  },
  'too-large': {
    code: 'too-large',
    says: { en: 'the body is larger than {limit} bytes', uk: 'тіло запиту більше за {limit} байтів' },
    where: 'body',
    right: {
      en: 'send no more than {limit} bytes, split over several requests if needed',
      uk: 'надсилайте не більше ніж {limit} байтів, за потреби кількома запитами',
    },
    source: 'RFC 9110',
  },
  'content-type': {
    code: 'content-type',
    says: {
      en: 'the body is declared as {given}, which this operation does not read',
      uk: 'тіло оголошено як {given}, а ця операція такого не читає',
    },
    where: 'header Content-Type',
    right: { en: 'send Content-Type: {expected}', uk: 'надішліть Content-Type: {expected}' },
    source: 'RFC 9110',
  },
  'content-encoding': {
    code: 'content-type',
    says: {
      en: 'the body has a content-encoding that is not supported',
      uk: 'тіло має content-encoding, який не підтримується',
    },
    where: 'header Content-Encoding',
    right: { en: 'send the body as it is, without compression', uk: 'надішліть тіло без стиснення' },
    source: 'RFC 9110',
  },
  'invalid-json': {
    code: 'invalid-json',
    says: { en: 'the body is not JSON: {position}', uk: 'тіло не є JSON: {position}' },
    where: 'body',
    right: {
      en: 'let a library write the JSON; look at the place that is named',
      uk: 'формуйте JSON бібліотекою; перевірте назване місце',
    },
    source: 'RFC 8259',
  },
  'unreadable-body': {
    code: 'invalid-json',
    says: {
      en: 'the body could not be read: {position}',
      uk: 'тіло не вдалося прочитати: {position}',
    },
    where: 'body',
    right: {
      en: 'send as many bytes as Content-Length says, and keep the connection open until the response',
      uk: 'надішліть стільки байтів, скільки вказано в Content-Length, і не закривайте з’єднання до відповіді',
    },
    source: 'RFC 9112',
  },
  'illegible-url': {
    code: 'illegible',
    says: {
      en: 'the URL has text that cannot be read: {problem}',
      uk: 'в URL є текст, який неможливо прочитати: {problem}',
    },
    where: '{part}',
    right: {
      en: 'percent-encode UTF-8, without control characters',
      uk: 'кодуйте UTF-8 відсотками, без керівних символів',
    },
    source: 'A',
  },
  'raw-url': {
    code: 'illegible',
    says: {
      en: 'the URL cannot be read as HTTP: {problem}',
      uk: 'URL неможливо прочитати як HTTP: {problem}',
    },
    where: '{part}',
    right: {
      en: 'percent-encode path and query as UTF-8, as %20 for a space; the journal does not have such a request',
      uk: 'кодуйте шлях і параметри відсотками як UTF-8, наприклад %20 замість пробілу; у журналі такого запиту немає',
    },
    source: 'RFC 9112',
  },
  'illegible-body': {
    code: 'illegible',
    says: {
      en: 'the body has text that cannot be stored or shown: {problem}',
      uk: 'у тілі є текст, який неможливо зберегти чи показати: {problem}',
    },
    where: 'body {place}',
    right: {
      en: 'send UTF-8 without control characters, strings up to 10000 characters, nested up to 30 deep',
      uk: 'надсилайте UTF-8 без керівних символів, рядки до 10000 символів, вкладеність до 30 рівнів',
    },
    source: 'A',
  },
  'strict-finding': {
    code: 'strict-finding',
    says: {
      en: 'the request departs from {rule}, and the option strict refuses that: {text}',
      uk: 'запит відступає від {rule}, а параметр strict такого не дозволяє: {text}',
    },
    where: 'state',
    right: {
      en: 'do what the rule advises, or switch the option strict off',
      uk: 'зробіть, як радить правило, або вимкніть параметр strict',
    },
    source: 'A',
  },
} as const satisfies Explanations;
