import { z } from 'zod';
import type { Option } from './option.js';

/** What DCM's tokens and its JWKS look like. */
export const tokenOptions = {
  token_claims: {
    value: z.enum(['documented', 'reordered', 'extra', 'audience']).default('documented'),
    unknown: 'U-05',
    says: {
      en: "Claims of DCM's tokens. documented: those of the page (JWTF), in its order; reordered: in another order; extra: beside others (iss, nbf, jti, an object), which a recipient has to ignore unless it knows them; audience: with aud, which names the bank by its alias and by the origin of the URL that is called.",
      uk: 'Поля (claims) токенів DCM. documented: ті, що на сторінці (JWTF), у тому самому порядку; reordered: в іншому порядку; extra: разом з іншими (iss, nbf, jti, об’єкт), на які одержувач не зважає, якщо не знає їх; audience: разом з aud, де названо банк: його alias та джерело (origin) URL, який викликають.',
    },
  },
  token_typ: {
    value: z.enum(['jwt', 'absent']).default('jwt'),
    unknown: 'U-05',
    says: {
      en: "The member typ in the header of DCM's tokens, which is optional (RFC 7519). jwt: it is JWT; absent: there is none.",
      uk: 'Поле typ у заголовку токенів DCM, необов’язковий (RFC 7519). jwt: він дорівнює JWT; absent: його немає.',
    },
  },
  token_kid: {
    value: z.enum(['thumbprint', 'uuid', 'url']).default('thumbprint'),
    unknown: 'U-72',
    says: {
      en: 'Form of the kid of keys that DCM makes from now on, at a rotation; keys that exist keep theirs. thumbprint: of the key (RFC 7638); uuid: a UUID; url: a URL, which is only a name.',
      uk: 'Форма kid у ключах, які DCM створює відтепер, під час заміни ключа; наявні ключі зберігають свій kid. thumbprint: відбиток ключа (RFC 7638); uuid: UUID; url: URL, який є лише назвою.',
    },
  },
  jwks: {
    value: z.enum(['own', 'further']).default('own'),
    unknown: 'U-72',
    says: {
      en: "own: the JWKS has the keys of DCM's tokens; further: it also has keys that no token is signed with: of an elliptic curve, an RSA key for encryption, one without a kid, one of an unknown type. DCM's own is not the first then.",
      uk: 'own: у JWKS є лише ключі токенів DCM; further: є й ключі, якими не підписано жодного токена: на еліптичній кривій, ключ RSA для шифрування, ключ без kid, ключ невідомого типу. Власний ключ DCM тоді не перший.',
    },
  },
} satisfies Readonly<Record<string, Option>>;
