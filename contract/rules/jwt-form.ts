import { rules } from './rule.js';

/** How a token is written: its header, the types of its claims, its encoding. */
export const jwtFormRules = rules({
  'JWT-16': {
    level: 'must',
    says: {
      en: 'a token with a critical header member (crit) that the service does not know is refused with 401',
      uk: 'сервіс відповідає 401 на токен із критичним полем заголовка (crit), якого не знає',
    },
    fix: {
      en: 'Refuse every token that has crit in its header: DCM uses no extensions.',
      uk: 'Відхиляйте кожен токен, у заголовку якого є crit: DCM не використовує розширень.',
    },
    causes: [
      {
        en: 'the JWT library does not look at crit',
        uk: 'JWT-бібліотека не зважає на crit',
      },
    ],
    source: 'RFC 7515',
    step: 1,
  },
  'JWT-17': {
    level: 'should',
    says: {
      en: 'a token with a claim of another type than documented is refused with 401',
      uk: 'сервіс відповідає 401 на токен, у якому поле має інший тип, ніж задокументовано',
    },
    fix: {
      en: 'Before you use the claims, check that flow, obj and sub are strings and iat and exp are numbers. Only DCM can sign such a token, so this protects you from mistakes rather than from strangers.',
      uk: 'Перш ніж використовувати поля токена, перевірте, що flow, obj і sub є рядками, а iat та exp числами. Підписати такий токен може лише DCM, тож ця перевірка захищає радше від помилок, ніж від сторонніх.',
    },
    causes: [
      {
        en: 'a list with one string is converted to that string',
        uk: 'список з одним рядком перетворюється на цей рядок',
      },
      {
        en: 'obj becomes part of a database query as it is',
        uk: 'obj потрапляє в запит до бази даних без змін',
      },
      {
        en: 'the library checks exp only if it is a number',
        uk: 'бібліотека перевіряє exp, лише якщо це число',
      },
    ],
    source: 'D JWTF',
    step: 1,
  },
  'JWT-18': {
    level: 'should',
    says: {
      en: 'a token that is not encoded exactly as RFC 7515 says is refused with 401',
      uk: 'сервіс відповідає 401 на токен, закодований не точно так, як вимагає RFC 7515',
    },
    fix: {
      en: 'Accept only three parts of the letters A-Z, a-z, 0-9, - and _, without padding, and claims in UTF-8. Nobody can forge a token this way, but each of them could be written in several ways, so that a list of used or withdrawn tokens would not recognize it.',
      uk: 'Приймайте лише три частини із символів A-Z, a-z, 0-9, - та _ без доповнення, з полями в UTF-8. Підробити токен у такий спосіб неможливо, але той самий токен можна було б записати по-різному, і перелік використаних чи відкликаних токенів його не впізнав би.',
    },
    causes: [
      {
        en: 'the base64 decoder skips padding, spaces and unknown characters',
        uk: 'декодер base64 пропускає доповнення, пробіли й невідомі символи',
      },
      {
        en: 'bytes that are not UTF-8 are replaced instead of refused',
        uk: 'байти, що не є UTF-8, замінюють, а не відхиляють',
      },
    ],
    source: 'RFC 7515',
    step: 1,
  },
});
