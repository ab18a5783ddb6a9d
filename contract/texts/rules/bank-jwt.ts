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
  'BANKJWT-06': {
    says: 'JWK банку записано точно за стандартом: base64url без доповнення, без зайвих октетів, для підпису',
    fix: 'Записуйте n, e, x та y у base64url без =, + і /, n та e без початкового нульового октету, x та y у повній довжині, а use як sig.',
    causes: [
      [
        'the members are written by an ordinary base64 encoder, with +, /, = or line breaks',
        'поля записує звичайний кодувальник base64, зі знаками +, /, = або розривами рядків',
      ],
      [
        'n comes from a signed big integer and has a zero octet before it',
        'n узято зі знакового великого цілого, тому перед ним стоїть нульовий октет',
      ],
      ['the key was made for encryption', 'ключ створено для шифрування'],
    ],
  },
  'BANKJWT-07': {
    says: 'токен банку складається з трьох частин у base64url без доповнення, а поля його JSON-об’єктів не повторюються',
    fix: 'Доручіть запис токена JOSE-бібліотеці: base64url без =, + і /, три частини, без crit і без повторених полів.',
    causes: [
      [
        'the parts are written by an ordinary base64 encoder, with padding or + and /',
        'частини записує звичайний кодувальник base64, з доповненням або знаками + і /',
      ],
      ['a claim is put together from two sources', 'поле токена складають із двох джерел'],
    ],
  },
};
