import type { TextsOf } from './rule-text.js';

/** Rules about what the bank refuses, and how. */
export const refusalTexts = {
  'AUTH-05': {
    says: 'токен про об’єкт, якого банк не знає або не дозволяє, отримує 401',
    fix: 'Повертайте 401, якщо жоден користувач не має логіна (/user_auth) чи зовнішнього ідентифікатора (/key, /external_id) з поля obj.',
    causes: [
      [
        'an unknown user is answered with 404, 400 or an empty 200',
        'на невідомого користувача відповідають 404, 400 або порожнім 200',
      ],
      [
        'the claim obj is not looked at: one user is served for all',
        'поле obj не читають: для всіх повертають одного користувача',
      ],
      ['an unknown user is created on the fly', 'невідомого користувача створюють на льоту'],
    ],
  },
  'AUTH-06': {
    says: 'суб’єкт, який не має права діяти щодо об’єкта, отримує 401',
    fix: 'Звіряйте поле sub із переліком працівників і технічних користувачів, яким дозволено діяти; іншим повертайте 401.',
    causes: [
      ['the claim sub is not looked at', 'поле sub не перевіряють'],
      ['every e-mail of the own domain is allowed', 'дозволено будь-яку адресу власного домену'],
      ['the refusal is 403 instead of 401', 'відмова має код 403 замість 401'],
    ],
  },
  'AUTH-08': {
    says: 'відмова не містить секретів: секрет отримує лише той, кому банк дозволяє',
    fix: 'Не додавайте секретів ні до тіла й заголовків відмов, ні до текстів помилок.',
    causes: [
      [
        'the answer is filled before the token is checked, and only the status is changed',
        'відповідь заповнюють до перевірки токена, а потім змінюють лише код',
      ],
      [
        'an error page of the framework shows the request or the configuration',
        'сторінка помилки фреймворку показує запит або конфігурацію',
      ],
    ],
  },
  'AUTH-12': {
    says: 'відмова не має поля key',
    fix: 'Залиште поле key для секретів, а коди помилок називайте інакше.',
    causes: [
      [
        'the key of a message for translation travels in the member key',
        'у полі key передають ключ повідомлення для перекладу',
      ],
      [
        'the body of the permitted answer is sent with the status of a refusal',
        'тіло дозвільної відповіді надсилають із кодом відмови',
      ],
    ],
  },
  'AUTH-13': {
    says: 'логіни порівнюють точно: логін з іншим регістром літер є іншим логіном',
    fix: 'Шукайте логін таким, яким він є в полі obj, не змінюючи регістру літер.',
    causes: [
      [
        'the column of logins in the database is compared without regard to case',
        'стовпець логінів у базі даних порівнюють без урахування регістру',
      ],
      [
        'logins are written in small letters before they are looked up',
        'логіни переводять у малі літери, перш ніж шукати',
      ],
    ],
  },
} satisfies Partial<TextsOf<'AUTH'>>;
