import { rules } from './rule.js';

/** What the authorization service refuses, and how. */
export const authRefusalRules = rules({
  'AUTH-05': {
    level: 'must',
    says: {
      en: 'a token about an object that the bank does not know, or does not permit, is answered with 401',
      uk: 'токен про об’єкт, якого банк не знає або не дозволяє, отримує 401',
    },
    fix: {
      en: 'Answer 401 when no user has the login (/user_auth) or the external id (/key, /external_id) of the claim obj.',
      uk: 'Повертайте 401, якщо жоден користувач не має логіна (/user_auth) чи зовнішнього ідентифікатора (/key, /external_id) з поля obj.',
    },
    causes: [
      {
        en: 'an unknown user is answered with 404, 400 or an empty 200',
        uk: 'на невідомого користувача відповідають 404, 400 або порожнім 200',
      },
      {
        en: 'the claim obj is not looked at: one user is served for all',
        uk: 'поле obj не читають: для всіх повертають одного користувача',
      },
      { en: 'an unknown user is created on the fly', uk: 'невідомого користувача створюють на льоту' },
    ],
    source: 'D BAUTH',
    step: 1,
  },
  'AUTH-06': {
    level: 'must',
    says: {
      en: 'a subject that may not act on the object is answered with 401',
      uk: 'суб’єкт, який не має права діяти щодо об’єкта, отримує 401',
    },
    fix: {
      en: 'Check the claim sub against the employees and technical users that may act, and answer 401 for others.',
      uk: 'Звіряйте поле sub із переліком працівників і технічних користувачів, яким дозволено діяти; іншим повертайте 401.',
    },
    causes: [
      { en: 'the claim sub is not looked at', uk: 'поле sub не перевіряють' },
      { en: 'every e-mail of the own domain is allowed', uk: 'дозволено будь-яку адресу власного домену' },
      { en: 'the refusal is 403 instead of 401', uk: 'відмова має код 403 замість 401' },
    ],
    source: 'D BAUTH',
    step: 1,
  },
  'AUTH-08': {
    level: 'must',
    says: {
      en: 'a refusal carries no secret: only whom the bank permits gets one',
      uk: 'відмова не містить секретів: секрет отримує лише той, кому банк дозволяє',
    },
    fix: {
      en: 'Leave every secret out of the bodies and headers of refusals, and out of their error texts.',
      uk: 'Не додавайте секретів ні до тіла й заголовків відмов, ні до текстів помилок.',
    },
    causes: [
      {
        en: 'the answer is filled before the token is checked, and only the status is changed',
        uk: 'відповідь заповнюють до перевірки токена, а потім змінюють лише код',
      },
      {
        en: 'an error page of the framework shows the request or the configuration',
        uk: 'сторінка помилки фреймворку показує запит або конфігурацію',
      },
    ],
    source: 'D BAUTH',
    step: 1,
  },
  'AUTH-12': {
    level: 'should',
    says: { en: 'a refusal has no member key', uk: 'відмова не має поля key' },
    fix: {
      en: 'Keep the member key for secrets, and give codes of errors another name.',
      uk: 'Залиште поле key для секретів, а коди помилок називайте інакше.',
    },
    causes: [
      {
        en: 'the key of a message for translation travels in the member key',
        uk: 'у полі key передають ключ повідомлення для перекладу',
      },
      {
        en: 'the body of the permitted answer is sent with the status of a refusal',
        uk: 'тіло дозвільної відповіді надсилають із кодом відмови',
      },
    ],
    source: 'A',
    step: 1,
  },
  'AUTH-13': {
    level: 'should',
    says: {
      en: 'logins are compared to the letter: one in another case is another login',
      uk: 'логіни порівнюють точно: логін з іншим регістром літер є іншим логіном',
    },
    fix: {
      en: 'Look a login up as it stands in the claim obj, without changing its case.',
      uk: 'Шукайте логін таким, яким він є в полі obj, не змінюючи регістру літер.',
    },
    causes: [
      {
        en: 'the column of logins in the database is compared without regard to case',
        uk: 'стовпець логінів у базі даних порівнюють без урахування регістру',
      },
      {
        en: 'logins are written in small letters before they are looked up',
        uk: 'логіни переводять у малі літери, перш ніж шукати',
      },
    ],
    source: 'A',
    step: 1,
  },
});
