import { oneFlowOnly } from './causes.js';
import { rules } from './rule.js';

/** What the authorization service refuses, and how. */
export const authRefusalRules = rules({
  'AUTH-05': {
    level: 'must',
    says: {
      en: 'a token about an object that the bank does not know or does not permit is refused with 401',
      uk: 'сервіс відповідає 401 на токен про об’єкт, якого банк не знає або не дозволяє',
    },
    fix: {
      en: 'Return 401 when no user has the login (/user_auth) or the external id (/key, /external_id) given in the claim obj.',
      uk: 'Повертайте 401, якщо жоден користувач не має логіна (/user_auth) чи зовнішнього ідентифікатора (/key, /external_id), указаного в полі obj.',
    },
    causes: [
      {
        en: 'for an unknown user the service returns 404, 400 or an empty 200',
        uk: 'для невідомого користувача сервіс повертає 404, 400 або порожню відповідь 200',
      },
      {
        en: 'the claim obj is ignored: the same user is returned for every request',
        uk: 'поле obj не читають: на кожен запит повертають того самого користувача',
      },
      { en: 'an unknown user is created on the fly', uk: 'невідомого користувача створюють під час запиту' },
      oneFlowOnly,
    ],
    source: 'D BAUTH',
    step: 1,
  },
  'AUTH-06': {
    level: 'must',
    says: {
      en: 'a subject that may not act on the object is refused with 401',
      uk: 'сервіс відповідає 401 суб’єктові, який не має права діяти щодо об’єкта',
    },
    fix: {
      en: 'Check the claim sub against the employees and technical users that may act, and return 401 for everyone else.',
      uk: 'Звіряйте поле sub із переліком працівників і технічних користувачів, яким дозволено діяти; для всіх інших повертайте 401.',
    },
    causes: [
      { en: 'the claim sub is not checked', uk: 'поле sub не перевіряють' },
      {
        en: "every e-mail address of the bank's domain is allowed",
        uk: 'дозволено будь-яку адресу електронної пошти з домену банку',
      },
      { en: 'the service returns 403 instead of 401', uk: 'сервіс повертає 403 замість 401' },
      oneFlowOnly,
    ],
    source: 'D BAUTH',
    step: 1,
  },
  'AUTH-08': {
    level: 'must',
    says: {
      en: 'a refusal contains no secret: only those whom the bank permits get one',
      uk: 'відмова не містить секретів: секрет отримує лише той, кому банк дозволяє',
    },
    fix: {
      en: 'Do not put secrets in the bodies, headers or error messages of refusals.',
      uk: 'Не додавайте секретів до тіла, заголовків і повідомлень про помилки у відмовах.',
    },
    causes: [
      {
        en: 'the response is filled in before the token is checked, and then only the status is changed',
        uk: 'відповідь заповнюють до перевірки токена, а потім змінюють лише код відповіді',
      },
      {
        en: "the framework's error page shows the request or the configuration",
        uk: 'сторінка помилки фреймворку показує запит або конфігурацію',
      },
    ],
    source: 'D BAUTH',
    step: 1,
  },
  'AUTH-12': {
    level: 'should',
    says: { en: 'a refusal does not contain the member key', uk: 'відмова не містить поля key' },
    fix: {
      en: 'Use the member key for secrets only, and give error codes another name.',
      uk: 'Використовуйте поле key лише для секретів, а коди помилок передавайте в іншому полі.',
    },
    causes: [
      {
        en: 'the member key holds a translation key of the error message',
        uk: 'у полі key передають ключ перекладу повідомлення про помилку',
      },
      {
        en: 'the body of a successful response is sent with the status of a refusal',
        uk: 'тіло успішної відповіді надсилають із кодом відмови',
      },
    ],
    source: 'A',
    step: 1,
  },
  'AUTH-13': {
    level: 'should',
    says: {
      en: 'logins are compared exactly: a login in a different letter case is a different login',
      uk: 'логіни порівнюють точно: логін в іншому регістрі літер є іншим логіном',
    },
    fix: {
      en: 'Look up the login exactly as it is in the claim obj, without changing its case.',
      uk: 'Шукайте логін точно таким, як у полі obj, не змінюючи регістру літер.',
    },
    causes: [
      {
        en: 'the database compares the login column without regard to case',
        uk: 'база даних порівнює стовпець логінів без урахування регістру',
      },
      {
        en: 'logins are converted to lower case before the lookup',
        uk: 'перед пошуком логіни переводять у нижній регістр',
      },
    ],
    source: 'A',
    step: 1,
  },
  'AUTH-14': {
    level: 'should',
    says: {
      en: 'objects are compared exactly: one with spaces, zeros, an accent or other letters is another one',
      uk: 'об’єкти порівнюють точно: з пробілами, нулями, наголосом чи іншими літерами це вже інший об’єкт',
    },
    fix: {
      en: 'Look up the claim obj exactly as it is: do not trim it, change its case or normalize it, and do not compare it as a number. DCM compares logins and external ids exactly, so two of its users would share one secret.',
      uk: 'Шукайте значення поля obj без змін: не обрізайте пробілів, не змінюйте регістру, не нормалізуйте й не порівнюйте як число. DCM порівнює логіни й зовнішні ідентифікатори точно, тож двоє його користувачів мали б спільний секрет.',
    },
    causes: [
      {
        en: 'the value is trimmed or normalized before the lookup',
        uk: 'перед пошуком значення обрізають або нормалізують',
      },
      {
        en: 'the collation of the database column ignores case, accents or trailing spaces',
        uk: 'правила порівняння стовпця бази даних не зважають на регістр, наголоси чи пробіли наприкінці',
      },
      {
        en: 'external ids are stored as numbers',
        uk: 'зовнішні ідентифікатори зберігають як числа',
      },
    ],
    source: 'A',
    step: 1,
  },
});
