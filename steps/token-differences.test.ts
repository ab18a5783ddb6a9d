import { createHmac, createPublicKey, type JsonWebKey, verify, X509Certificate } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { describe, expect, it } from 'vitest';
import type { TokenDefect } from '../contract/token-forge.js';
import { claims, forge, header, pem, publicKey } from '../contract/token-forge.testing.js';

describe('a token with a defect differs from the good one in one thing', () => {
  /** The key in the header of a token, or at the URL there. */
  function keyBroughtBy({ jwk, jku, x5c, x5u }: ReturnType<typeof decodeProtectedHeader>) {
    const at = (url: string) => Buffer.from(url.slice(url.indexOf(',') + 1), 'base64').toString();
    const named = jku === undefined ? jwk : JSON.parse(at(jku)).keys[0];
    if (named) return createPublicKey({ key: named as JsonWebKey, format: 'jwk' });
    if (x5u) return new X509Certificate(at(x5u)).publicKey;
    return x5c && new X509Certificate(Buffer.from(x5c[0] ?? '', 'base64')).publicKey;
  }

  /** Who has signed exactly this header and payload. */
  function signer(token: string): string {
    const [head = '', payload = '', signature = ''] = token.split('.');
    const content = Buffer.from(`${head}.${payload}`);
    const bytes = Buffer.from(signature, 'base64url');
    const brought = keyBroughtBy(decodeProtectedHeader(token));
    if (signature === '') return 'nobody';
    if (verify('sha256', content, publicKey, bytes)) return 'DCM';
    if (createHmac('sha256', pem).update(content).digest().equals(bytes)) return 'HMAC of the public key';
    if (brought && verify('sha256', content, brought, bytes)) return 'the key that it brings along';
    return 'somebody else';
  }

  /** In what a token differs: a member of its header, a claim, its times as a whole, or its signature. */
  function differences(token: string): string[] {
    const head: Record<string, unknown> = { ...decodeProtectedHeader(token) };
    const body: Record<string, unknown> = { ...decodeJwt(token) };
    const { iat: begin, exp, ...good } = claims;
    const lifetime = Number(body.exp) - Number(body.iat);
    const times = lifetime === exp - begin ? ['iat and exp'] : ['iat', 'exp'];
    const moved = { iat: body.iat !== begin, exp: body.exp !== exp };
    return [
      ...Object.keys({ ...head, ...header }).filter((name) => head[name] !== Reflect.get(header, name)),
      ...Object.keys({ ...body, ...good })
        .filter((name) => name !== 'iat' && name !== 'exp')
        .filter((name) => body[name] !== Reflect.get(good, name)),
      ...(times.length === 1 ? (moved.iat ? times : []) : times.filter((name) => Reflect.get(moved, name))),
      ...(signer(token) === 'DCM' ? [] : [`signed by ${signer(token)}`]),
    ];
  }

  it('the good one in nothing', () => {
    expect(differences(forge())).toEqual([]);
  });

  // An algorithm has its own kind of signature, a key in the header signs, and a change leaves no genuine signature.
  const expected: Readonly<Partial<Record<TokenDefect, string[]>>> = {
    'foreign-key': ['signed by somebody else'],
    'embedded-key': ['jwk', 'signed by the key that it brings along'],
    'unknown-kid': ['kid'],
    'kid-cut-short': ['kid'],
    'kid-goes-on': ['kid'],
    'kid-in-other-case': ['kid'],
    'kid-empty': ['kid'],
    'kid-missing': ['kid'],
    'kid-with-space': ['kid'],
    'kid-for-sql': ['kid'],
    'kid-of-empty-file': ['alg', 'kid', 'signed by somebody else'],
    'key-at-url': ['jku', 'signed by the key that it brings along'],
    'key-at-dcm-url': ['jku', 'signed by the key that it brings along'],
    'certificate-embedded': ['x5c', 'signed by the key that it brings along'],
    'certificate-at-url': ['x5u', 'signed by the key that it brings along'],
    tampered: ['exp', 'signed by somebody else'],
    'another-object': ['signed by somebody else'],
    'signature-empty': ['signed by nobody'],
    'signature-of-zeros': ['signed by somebody else'],
    'signature-cut-short': ['signed by somebody else'],
    'signature-goes-on': ['signed by somebody else'],
    'signature-padded': [],
    'signature-in-base-alphabet': [],
    'signature-with-space': [],
    'alg-none': ['alg', 'signed by nobody'],
    'alg-none-title': ['alg', 'signed by nobody'],
    'alg-none-upper': ['alg', 'signed by nobody'],
    'alg-none-mixed': ['alg', 'signed by nobody'],
    'alg-missing': ['alg', 'signed by nobody'],
    'hmac-public-key': ['alg', 'signed by HMAC of the public key'],
    'hmac-empty': ['alg', 'signed by somebody else'],
    'alg-es': ['alg', 'signed by somebody else'],
    'alg-es-of-zeros': ['alg', 'signed by somebody else'],
    'alg-ps': ['alg', 'signed by somebody else'],
    'alg-rs-long': ['alg', 'signed by somebody else'],
    'alg-unheard-of': ['alg', 'signed by somebody else'],
    'crit-unknown': ['crit', 'branch'],
    'crit-absent': ['crit'],
    'crit-unencoded': ['crit', 'b64'],
    'obj-list': ['obj'],
    'obj-condition': ['obj'],
    'sub-list': ['sub'],
    'sub-true': ['sub'],
    'exp-null': ['exp'],
    'long-expired': ['iat and exp'],
    'from-the-future': ['iat and exp'],
  };

  it.each(Object.entries(expected))('%s', (defect, differs) => {
    expect(differences(forge(defect as TokenDefect))).toEqual(differs);
  });

  it('tampered: the lifetime stays one that no bank refuses', () => {
    const { iat: begin = 0, exp = 0 } = decodeJwt(forge('tampered'));
    expect(exp - begin).toBeLessThanOrEqual(1200);
  });
});
