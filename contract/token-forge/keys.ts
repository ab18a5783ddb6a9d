import { createPublicKey } from 'node:crypto';
import { inOtherCase } from '../other-case.js';
import { certificateOf, pemOf } from './certificate.js';
import {
  encoded,
  type Forgery,
  foreignKey,
  forgeries,
  headerOf,
  hs256,
  part,
  rs256,
  type SigningKey,
  signedBy,
} from './forgery.js';

/** Tokens signed by another key, or under another kid. */

const foreign =
  (more: (signing: SigningKey) => object = () => ({})): Forgery['forge'] =>
  (signing, claims) =>
    signedBy(foreignKey(), part(headerOf(signing, more(signing))), part(claims));

const foreignJwk = () => createPublicKey(foreignKey()).export({ format: 'jwk' });
const foreignJwks = (kid: string) =>
  JSON.stringify({ keys: [{ ...foreignJwk(), kid, alg: 'RS256', use: 'sig' }] });

/** A URL that brings along what it names: many libraries read it like any other, and nobody has to serve it. */
const dataUrl = (type: string, content: string): string =>
  `data:${type};base64,${Buffer.from(content).toString('base64')}`;

export const otherKeys = forgeries({
  'foreign-key': {
    says: "signed with another key under DCM's kid",
    source: 'JWTF',
    forge: foreign(),
  },
  'embedded-key': {
    says: "signed with another key that is embedded in the header, under DCM's kid",
    source: 'RFC 7515 4.1.3',
    forge: foreign(() => ({ jwk: foreignJwk() })),
  },
  'key-at-url': {
    says: "signed with another key that the header names by a URL (jku), under DCM's kid",
    source: 'RFC 8725 3.10',
    forge: foreign(({ kid }) => ({ jku: dataUrl('application/json', foreignJwks(kid)) })),
  },
  'key-at-dcm-url': {
    says: "signed with another key that the header names by a URL at DCM's host (jku), under DCM's kid",
    source: 'RFC 8725 3.10',
    // Without a mock that shows them, the URL brings them along.
    forge: foreign(({ kid, dcmUrl }) => ({
      jku:
        dcmUrl === undefined
          ? dataUrl('application/json', foreignJwks(kid))
          : `${dcmUrl}/control/v1/keys/foreign/${encoded(foreignJwks(kid))}`,
    })),
  },
  'certificate-embedded': {
    says: "signed with another key whose certificate is embedded in the header (x5c), under DCM's kid",
    source: 'RFC 7515 4.1.6',
    forge: foreign(() => ({ x5c: [certificateOf(foreignKey()).toString('base64')] })),
  },
  'certificate-at-url': {
    says: "signed with another key whose certificate the header names by a URL (x5u), under DCM's kid",
    source: 'RFC 8725 3.10',
    forge: foreign(() => ({ x5u: dataUrl('application/x-pem-file', pemOf(certificateOf(foreignKey()))) })),
  },
});

const byDcm =
  (kidOf: (kid: string) => string | undefined): Forgery['forge'] =>
  (signing, claims) =>
    rs256(signing, claims, { kid: kidOf(signing.kid) });

export const otherKids = forgeries({
  'unknown-kid': {
    says: "signed with DCM's key under a kid that DCM does not publish",
    source: 'JWTF',
    forge: byDcm((kid) => `unknown-${kid.slice(0, 8)}`),
  },
  'kid-cut-short': {
    says: "signed with DCM's key under its kid without the last character",
    source: 'JWTF',
    forge: byDcm((kid) => kid.slice(0, -1)),
  },
  'kid-goes-on': {
    says: "signed with DCM's key under its kid plus one character",
    source: 'JWTF',
    forge: byDcm((kid) => `${kid}0`),
  },
  'kid-in-other-case': {
    says: "signed with DCM's key under its kid with upper and lower case swapped",
    source: 'JWTF',
    forge: byDcm(inOtherCase),
  },
  'kid-empty': { says: "signed with DCM's key under an empty kid", source: 'JWTF', forge: byDcm(() => '') },
  'kid-missing': {
    says: "signed with DCM's key, with no kid in the header",
    source: 'JWTF',
    forge: byDcm(() => undefined),
  },
  'kid-with-space': {
    says: "signed with DCM's key under its kid plus a space",
    source: 'JWTF',
    forge: byDcm((kid) => `${kid} `),
  },
  'kid-for-sql': {
    says: "signed with DCM's key under a kid that is an SQL condition which is always true",
    source: 'RFC 8725 3.10',
    forge: byDcm(() => "none' OR '1'='1"),
  },
  'kid-of-empty-file': {
    says: 'HS256 with an empty secret under a kid that is the path of an empty file',
    source: 'RFC 8725 3.10',
    forge: (signing, claims) =>
      hs256(headerOf(signing, { alg: 'HS256', kid: '../../../../../../dev/null' }), claims, ''),
  },
});

/** Whether a token can have the defect: a kid without letters has no other case. */
export const hasOtherCase = ({ kid }: Pick<SigningKey, 'kid'>): boolean => inOtherCase(kid) !== kid;
