import type { TextsOf } from './rule-text.js';

export const bankJwtTexts: TextsOf<'BANKJWT'> = {
  'BANKJWT-01': {
    says: 'CX-Authorization містить токен, підписаний зареєстрованим ключем банку, який знаходять за kid',
    fix: 'Спершу зареєструйте публічний JWK, укажіть його kid у заголовку токена й підпишіть приватним ключем.',
    causes: [
      [
        'the kid of the token is not that of the registered JWK',
        'kid токена не збігається з kid зареєстрованого JWK',
      ],
      [
        'the key was replaced, and the new one is not registered yet',
        'ключ замінено, а новий ще не зареєстровано',
      ],
    ],
  },
  'BANKJWT-02': {
    says: 'токен банку має поля flow, obj, sub, iat та exp і чинний зараз',
    fix: 'Заповнюйте всі п’ять полів; iat та exp указуйте в секундах Unix за точним годинником.',
    causes: [
      ['iat and exp are in milliseconds', 'iat та exp указано в мілісекундах'],
      [
        'a token is kept and used after it has expired',
        'токен зберігають і використовують після завершення строку',
      ],
    ],
  },
  'BANKJWT-03': {
    says: 'flow та obj токена банку відповідають операції',
    fix: 'sign-up і логін для createCustomer, sign-up-processing і хранитель ключа для createAccount, інакше sign-in і зовнішній ідентифікатор того, про кого запитає DCM.',
    causes: [['one token is used for all operations', 'один токен використовують для всіх операцій']],
  },
  'BANKJWT-04': {
    says: 'за схемою JWT by Bank кожен запит містить CX-Authorization, а Authorization порожній',
    fix: 'Надсилайте CX-Authorization у всіх запитах до API, а Authorization залишайте порожнім або не надсилайте.',
    causes: [
      ['the token travels as Authorization: bearer', 'токен передається як Authorization: bearer'],
      ['reads go out without a credential', 'запити на читання надсилаються без облікових даних'],
    ],
  },
  'BANKJWT-05': {
    says: 'додатковий ключ реєструється один раз як публічний JWK у полі data',
    fix: 'Надсилайте публічний JWK без змін у POST .../jwk: {"data": {...}}, один раз і без приватних полів.',
    causes: [
      ['the JWK is sent without the member data around it', 'JWK надсилають без поля data навколо нього'],
      ['the private JWK is sent instead of the public one', 'замість публічного JWK надсилають приватний'],
    ],
  },
};
