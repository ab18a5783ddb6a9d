import { bilingual } from '../../contract/texts/language.js';

/** Help of `dcm token`. */
export const tokenHelp = bilingual(
  {
    says: 'create a token as DCM would, for use with curl',
    obj: 'the user: a login for /user_auth, otherwise an external id',
    sub: 'who acts, e.g. the e-mail address of an employee',
    flow: 'sign-in, sign-up, sign-up-processing or sign-up-emission',
    ttl: 'lifetime in seconds',
    shift: 'seconds to add to iat and exp; with -125 and the default lifetime it expired 65 seconds ago',
    without: 'leave out this claim: flow, obj, sub, iat or exp; may be repeated',
    defect: 'create it with this defect, e.g. foreign-key, long-expired, alg-none',
    asKid:
      "sign with a throwaway key under this kid, e.g. that of the bank's own key; the bank must refuse the token",
    alg: 'algorithm of that key (default: RS256)',
    keys: "file with DCM's keys, created by dcm keys",
  },
  {
    says: 'створити токен, як це робить DCM, для команди curl',
    obj: 'користувач: логін для /user_auth, в інших випадках зовнішній ідентифікатор',
    sub: 'хто діє, наприклад електронна адреса працівника',
    flow: 'sign-in, sign-up, sign-up-processing або sign-up-emission',
    ttl: 'строк дії в секундах',
    shift:
      'скільки секунд додати до iat та exp; з -125 і типовим строком дії токен прострочений на 65 секунд',
    without: 'не додавати цього поля: flow, obj, sub, iat або exp; параметр можна повторювати',
    defect: 'створити токен із цим дефектом, наприклад foreign-key, long-expired, alg-none',
    asKid:
      'підписати одноразовим ключем із цим kid, наприклад із kid ключа банку; банк має відхилити такий токен',
    alg: 'алгоритм цього ключа (типово: RS256)',
    keys: 'файл із ключами DCM, створений командою dcm keys',
  },
);
