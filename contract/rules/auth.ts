import { rules } from './rule.js';

/** Responses of the authorization service about a user that the bank knows and permits. */
export const authRules = rules({
  'AUTH-01': {
    level: 'must',
    says: {
      en: 'GET /user_auth with a valid token for a known login returns 200 with external_id and key',
      uk: 'GET /user_auth із чинним токеном для відомого логіна повертає 200 з external_id та key',
    },
    fix: {
      en: 'Look up the user by the login in the claim obj, and return 200 with the JSON members external_id and key.',
      uk: 'Шукайте користувача за логіном із поля obj токена й повертайте 200 із JSON-полями external_id та key.',
    },
    causes: [
      {
        en: 'the user is looked up by external id or by sub instead of the login in obj',
        uk: 'користувача шукають за зовнішнім ідентифікатором або за sub, а не за логіном з obj',
      },
      {
        en: "this user's secret was not created in the store that the service reads",
        uk: 'секрет цього користувача не створено у сховищі, яке читає сервіс',
      },
      {
        en: 'the token is refused: the service has an old key of DCM, or its clock is wrong',
        uk: 'токен відхилено: сервіс має застарілий ключ DCM або його годинник показує неточний час',
      },
      {
        en: 'a gateway in front of the service drops the header X-Session-ID',
        uk: 'шлюз перед сервісом вилучає заголовок X-Session-ID',
      },
    ],
    source: 'D BAUTH',
    step: 1,
  },
  'AUTH-02': {
    level: 'must',
    says: {
      en: 'GET /key with a valid token for a known external id returns 200 with key',
      uk: 'GET /key із чинним токеном для відомого зовнішнього ідентифікатора повертає 200 з key',
    },
    fix: {
      en: 'Look up the user by the external id in the claim obj, and return 200 with the JSON member key.',
      uk: 'Шукайте користувача за зовнішнім ідентифікатором із поля obj токена й повертайте 200 із JSON-полем key.',
    },
    causes: [
      {
        en: 'the user is looked up by login, but here obj holds the external id',
        uk: 'користувача шукають за логіном, але тут obj містить зовнішній ідентифікатор',
      },
      {
        en: 'no secret exists for this external id',
        uk: 'для цього зовнішнього ідентифікатора немає секрету',
      },
      {
        en: 'the secret is returned under another name or as plain text',
        uk: 'секрет повертається під іншою назвою або звичайним текстом',
      },
    ],
    source: 'D BAUTH',
    step: 1,
  },
  'AUTH-03': {
    level: 'must',
    says: {
      en: 'GET /external_id with a valid token for a known external id returns 200 with that external_id',
      uk: 'GET /external_id із чинним токеном для відомого зовнішнього ідентифікатора повертає 200 з тим самим external_id',
    },
    fix: {
      en: 'Look up the user by the external id in the claim obj, and return 200 with the JSON member external_id.',
      uk: 'Шукайте користувача за зовнішнім ідентифікатором із поля obj токена й повертайте 200 із JSON-полем external_id.',
    },
    causes: [
      {
        en: 'the user is looked up by login, but here obj holds the external id',
        uk: 'користувача шукають за логіном, але тут obj містить зовнішній ідентифікатор',
      },
      {
        en: 'another id of the user is returned, e.g. a row number',
        uk: 'повертається інший ідентифікатор користувача, наприклад номер рядка',
      },
    ],
    source: 'D BAUTH',
    step: 1,
  },
  'AUTH-10': {
    level: 'must',
    says: {
      en: 'each response is about the user named in its own token, even when requests about several users arrive at the same time',
      uk: 'кожна відповідь стосується користувача, названого в токені запиту, навіть якщо одночасно надходять запити про кількох користувачів',
    },
    fix: {
      en: 'Do not keep request data in shared variables; look up the user by the claim obj of the token in that request.',
      uk: 'Не зберігайте дані запиту у спільних змінних; шукайте користувача за полем obj токена саме цього запиту.',
    },
    causes: [
      {
        en: 'the user is kept in a variable that all requests share',
        uk: 'користувача зберігають у змінній, спільній для всіх запитів',
      },
      {
        en: 'responses are cached under a key that does not include obj',
        uk: 'відповіді кешують за ключем, який не містить obj',
      },
    ],
    source: 'D BAUTH',
    step: 14,
  },
});
