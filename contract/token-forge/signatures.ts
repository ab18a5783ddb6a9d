import { forgeries, part, partsOf, rs256 } from './forgery.js';

/** Tokens with a signature that is not the one of their content, or is written otherwise. */

const bytesOf = (text: string) => Buffer.from(text, 'base64url');

export const signatures = forgeries({
  tampered: {
    says: 'a claim changed after signing',
    source: 'RFC 7515 5.2',
    forge: (signing, claims) => {
      const [header, , signature] = partsOf(signing, claims);
      // Later by a second only: a token that lived long would be wrong in that as well.
      return [header, part({ ...claims, exp: claims.exp + 1 }), signature].join('.');
    },
  },
  'another-object': {
    says: 'the signature of a token about another user',
    source: 'RFC 7515 5.2',
    forge: (signing, claims) => {
      const [header, , signature] = partsOf(signing, { ...claims, obj: `not ${claims.obj}` });
      return [header, part(claims), signature].join('.');
    },
  },
  'signature-empty': {
    says: 'an empty signature',
    source: 'RFC 7515 5.2',
    forge: (signing, claims) => [...partsOf(signing, claims).slice(0, 2), ''].join('.'),
  },
  'signature-of-zeros': {
    says: 'a signature of zeros',
    source: 'RFC 7515 5.2',
    forge: (signing, claims) => {
      const [header, payload, signature] = partsOf(signing, claims);
      return `${header}.${payload}.${Buffer.alloc(bytesOf(signature).length).toString('base64url')}`;
    },
  },
  'signature-cut-short': {
    says: 'a signature without its last byte',
    source: 'RFC 7515 5.2',
    forge: (signing, claims) => {
      const [header, payload, signature] = partsOf(signing, claims);
      return `${header}.${payload}.${bytesOf(signature).subarray(0, -1).toString('base64url')}`;
    },
  },
  'signature-goes-on': {
    says: 'a signature with one more byte',
    source: 'RFC 7515 5.2',
    forge: (signing, claims) => {
      const [header, payload, signature] = partsOf(signing, claims);
      return `${header}.${payload}.${Buffer.concat([bytesOf(signature), Buffer.alloc(1)]).toString('base64url')}`;
    },
  },
});

/** The right signature under a header and claims that nothing is wrong with. */
const written =
  (change: (signature: string) => string): ((...of: Parameters<typeof partsOf>) => string) =>
  (signing, claims) => {
    const [header, payload, signature] = partsOf(signing, claims);
    return `${header}.${payload}.${change(signature)}`;
  };

export const encodings = forgeries({
  'signature-padded': {
    says: 'the right signature with padding (==)',
    source: 'RFC 7515 5.2',
    forge: written((signature) => `${signature}==`),
  },
  'signature-in-base-alphabet': {
    says: 'the right signature in base64 with + and / instead of base64url',
    source: 'RFC 7515 5.2',
    forge: (signing, claims) => {
      const tokens = ['JWT', 'jwt'].map((typ) => rs256(signing, claims, { typ }));
      // A signature without either letter is the same in both alphabets.
      const token = tokens.find((one) => /[-_][^.]*$/.test(one)) ?? '';
      const at = token.lastIndexOf('.');
      return token.slice(0, at) + token.slice(at).replaceAll('-', '+').replaceAll('_', '/');
    },
  },
  'signature-with-space': {
    says: 'the right signature with a space in it',
    source: 'RFC 7515 5.2',
    forge: written((signature) => `${signature.slice(0, 20)} ${signature.slice(20)}`),
  },
});
