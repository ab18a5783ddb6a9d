import { rules } from './rule.js';

/** What the authorization service answers about a user whom the bank knows and permits. */
export const authRules = rules({
  'AUTH-01': {
    level: 'must',
    says: {
      en: 'GET /user_auth with a valid token of a known login answers 200 with external_id and key',
      uk: 'GET /user_auth із чинним токеном і відомим логіном повертає 200 з external_id та key',
    },
    fix: {
      en: 'Look the user up by the login in the claim obj and answer 200 with JSON members external_id and key.',
      uk: 'Шукайте користувача за логіном із поля obj токена й повертайте 200 з JSON-полями external_id та key.',
    },
    causes: [
      {
        en: 'the user is looked up by external id or by sub, not by the login in obj',
        uk: 'користувача шукають за зовнішнім ідентифікатором або за sub, а не за логіном з obj',
      },
      {
        en: 'the secret of this user was not created in the store that the service reads',
        uk: 'секрет цього користувача не створено у сховищі, яке читає сервіс',
      },
      {
        en: "the token is refused: DCM's key in the service is an old one, or its clock is off",
        uk: 'токен відхилено: сервіс має застарілий ключ DCM або його годинник показує неточний час',
      },
      {
        en: 'a gateway in front drops the header X-Session-ID',
        uk: 'шлюз перед сервісом відкидає заголовок X-Session-ID',
      },
    ],
    source: 'D BAUTH',
    step: 1,
  },
  'AUTH-02': {
    level: 'must',
    says: {
      en: 'GET /key with a valid token of a known external id answers 200 with key',
      uk: 'GET /key із чинним токеном і відомим зовнішнім ідентифікатором повертає 200 з key',
    },
    fix: {
      en: 'Look the user up by the external id in the claim obj and answer 200 with JSON member key.',
      uk: 'Шукайте користувача за зовнішнім ідентифікатором із поля obj і повертайте 200 з JSON-полем key.',
    },
    causes: [
      {
        en: 'the user is looked up by login, but obj holds the external id here',
        uk: 'користувача шукають за логіном, а в obj тут зовнішній ідентифікатор',
      },
      {
        en: 'no secret exists for this external id',
        uk: 'для цього зовнішнього ідентифікатора немає секрету',
      },
      {
        en: 'the secret is answered under another name or as plain text',
        uk: 'секрет повертається під іншою назвою або звичайним текстом',
      },
    ],
    source: 'D BAUTH',
    step: 1,
  },
  'AUTH-03': {
    level: 'must',
    says: {
      en: 'GET /external_id with a valid token of a known external id answers 200 with that external_id',
      uk: 'GET /external_id із чинним токеном і відомим зовнішнім ідентифікатором повертає 200 з тим самим external_id',
    },
    fix: {
      en: 'Look the user up by the external id in the claim obj and answer 200 with JSON member external_id.',
      uk: 'Шукайте користувача за зовнішнім ідентифікатором із поля obj і повертайте 200 з JSON-полем external_id.',
    },
    causes: [
      {
        en: 'the user is looked up by login, but obj holds the external id here',
        uk: 'користувача шукають за логіном, а в obj тут зовнішній ідентифікатор',
      },
      {
        en: 'another id of the user is answered, e.g. a row number',
        uk: 'повертається інший ідентифікатор, наприклад номер рядка',
      },
    ],
    source: 'D BAUTH',
    step: 1,
  },
  'AUTH-10': {
    level: 'must',
    says: {
      en: 'an answer is about the user whom the token names, also when several are asked about at the same time',
      uk: 'відповідь стосується користувача, названого в токені, навіть коли водночас запитують про кількох',
    },
    fix: {
      en: 'Keep nothing of a request in variables that requests share; look the user up by the claim obj of the own token.',
      uk: 'Не зберігайте дані запиту у спільних змінних; шукайте користувача за полем obj саме цього токена.',
    },
    causes: [
      {
        en: 'the user of a request is kept in a variable that all requests share',
        uk: 'користувача запиту зберігають у змінній, спільній для всіх запитів',
      },
      {
        en: 'answers are cached under a key that lacks obj',
        uk: 'відповіді кешують за ключем, який не містить obj',
      },
    ],
    source: 'D BAUTH',
    step: 14,
  },
});
