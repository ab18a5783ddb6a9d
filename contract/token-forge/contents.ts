import { day, encoded, forgeries, headerOf, part, partsOf, rs256, signedBy } from './forgery.js';

/** Tokens that DCM's key has signed, with a header or claims that no token of DCM has. */

/** As if made a day ago, so that it has expired whatever leeway there is. */
const past = <Times extends { readonly iat: number; readonly exp: number }>(claims: Times): Times => ({
  ...claims,
  iat: claims.iat - day,
  exp: claims.exp - day,
});

export const times = forgeries({
  'long-expired': {
    says: 'expired a day ago',
    source: 'RFC 7519 4.1.4',
    forge: (signing, claims) => rs256(signing, past(claims)),
  },
  'from-the-future': {
    says: 'issued a day ahead',
    source: 'RFC 7519 4.1.6',
    forge: (signing, claims) => rs256(signing, { ...claims, iat: claims.iat + day, exp: claims.exp + day }),
  },
  'expired-as-text': {
    says: 'expired a day ago, with exp as a string',
    source: 'RFC 7519 4.1.4',
    forge: (signing, claims) => rs256(signing, { ...past(claims), exp: String(claims.exp - day) }),
  },
  'expired-as-fraction': {
    says: 'expired a day ago, with exp as a number with a fraction',
    source: 'RFC 7519 4.1.4',
    forge: (signing, claims) => rs256(signing, { ...past(claims), exp: claims.exp - day + 0.5 }),
  },
  'expired-second-exp': {
    says: 'exp twice, of which the last one was a day ago',
    source: 'RFC 7519 4',
    forge: (signing, claims) => {
      const text = JSON.stringify({ ...claims, iat: claims.iat - day });
      const twice = `${text.slice(0, -1)},"exp":${claims.exp - day}}`;
      return signedBy(signing.privateKey, part(headerOf(signing)), encoded(twice));
    },
  },
});

export const headers = forgeries({
  'crit-unknown': {
    says: 'crit with a member that nobody knows',
    source: 'RFC 7515 4.1.11',
    forge: (signing, claims) => rs256(signing, claims, { crit: ['branch'], branch: '1' }),
  },
  'crit-absent': {
    says: 'crit with a member that the header does not have',
    source: 'RFC 7515 4.1.11',
    forge: (signing, claims) => rs256(signing, claims, { crit: ['branch'] }),
  },
  'crit-unencoded': {
    says: 'crit with b64, and b64 false',
    source: 'RFC 7797 7',
    forge: (signing, claims) => rs256(signing, claims, { crit: ['b64'], b64: false }),
  },
});

export const types = forgeries({
  'obj-list': {
    says: 'obj as a list with the object in it',
    source: 'JWTF',
    forge: (signing, claims) => rs256(signing, { ...claims, obj: [claims.obj] }),
  },
  'obj-condition': {
    says: 'obj as a condition of a database query, which every user fulfils',
    source: 'JWTF',
    forge: (signing, claims) => rs256(signing, { ...claims, obj: { $ne: null } }),
  },
  'sub-list': {
    says: 'sub as a list with the subject in it',
    source: 'JWTF',
    forge: (signing, claims) => rs256(signing, { ...claims, sub: [claims.sub] }),
  },
  'sub-true': {
    says: 'sub true instead of a string',
    source: 'JWTF',
    forge: (signing, claims) => rs256(signing, { ...claims, sub: true }),
  },
  'exp-null': {
    says: 'exp null instead of a number',
    source: 'RFC 7519 4.1.4',
    forge: (signing, claims) => rs256(signing, { ...claims, exp: null }),
  },
});

export const forms = forgeries({
  'signature-missing': {
    says: 'a header and claims only, with no signature',
    source: 'RFC 7515 7.1',
    forge: (signing, claims) => partsOf(signing, claims).slice(0, 2).join('.'),
  },
  'five-parts': {
    says: 'five parts, as an encrypted token has',
    source: 'RFC 7519 7.2',
    forge: (signing, claims) => {
      const header = part(headerOf(signing, { alg: 'RSA-OAEP', enc: 'A128GCM' }));
      return [header, ...partsOf(signing, claims).slice(1), encoded('tag'), encoded('end')].join('.');
    },
  },
  'two-tokens': {
    says: 'two tokens with a comma between them',
    source: 'RFC 7515 7.1',
    forge: (signing, claims) => `${rs256(signing, claims)}, ${rs256(signing, claims)}`,
  },
  'claims-not-json': {
    says: 'claims that are not JSON',
    source: 'RFC 7519 7.2',
    forge: (signing, claims) =>
      signedBy(
        signing.privateKey,
        part(headerOf(signing)),
        encoded(new URLSearchParams({ obj: claims.obj }).toString()),
      ),
  },
  'claims-in-a-list': {
    says: 'claims in a list',
    source: 'RFC 7519 7.2',
    forge: (signing, claims) => rs256(signing, [claims]),
  },
  'header-not-json': {
    says: 'a header that is not JSON',
    source: 'RFC 7519 7.2',
    forge: (signing, claims) => signedBy(signing.privateKey, encoded('RS256'), part(claims)),
  },
  'claims-not-utf': {
    says: 'claims with bytes that are not UTF-8',
    source: 'RFC 7519 7.2',
    forge: (signing, claims) => {
      const text = JSON.stringify(claims).slice(0, -1);
      const bytes = Buffer.concat([
        Buffer.from(`${text},"note":"`),
        Buffer.from([0xff, 0xfe]),
        Buffer.from('"}'),
      ]);
      return signedBy(signing.privateKey, part(headerOf(signing)), encoded(bytes));
    },
  },
});
