import type { TokenDefect } from '../token-forge.js';

/** Forged tokens that one scenario is about, by its words. */
export const forgedTokens = {
  'alg none in another spelling': ['alg-none-title', 'alg-none-upper', 'alg-none-mixed', 'alg-missing'],
  "another algorithm than the key's": [
    'alg-es',
    'alg-es-of-zeros',
    'alg-ps',
    'alg-rs-long',
    'alg-unheard-of',
    'hmac-empty',
  ],
  'no real signature': ['signature-empty', 'signature-of-zeros'],
  'a signature of another length': ['signature-cut-short', 'signature-goes-on'],
  'a key that the token brings along': [
    'key-at-url',
    'key-at-dcm-url',
    'certificate-embedded',
    'certificate-at-url',
  ],
  'a kid that is an attack': ['kid-for-sql', 'kid-of-empty-file', 'kid-with-space'],
  'a critical member that nobody knows': ['crit-unknown', 'crit-absent', 'crit-unencoded'],
  'a past time in disguise': ['expired-as-text', 'expired-as-fraction', 'expired-second-exp'],
  'claims of another type': ['obj-list', 'obj-condition', 'sub-list', 'sub-true', 'exp-null'],
  'another form': [
    'five-parts',
    'two-tokens',
    'signature-missing',
    'claims-not-json',
    'claims-in-a-list',
    'header-not-json',
  ],
  'another encoding': [
    'signature-padded',
    'signature-in-base-alphabet',
    'signature-with-space',
    'claims-not-utf',
  ],
} as const satisfies Readonly<Record<string, readonly TokenDefect[]>>;

export type ForgedTokens = keyof typeof forgedTokens;
