import { createPublicKey } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeJwt, decodeProtectedHeader, importJWK, type JWK, jwtVerify } from 'jose';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { tokenDefects, tokenFamilies } from '../contract/token-forge.js';
import { folder } from './cli.testing.js';
import { keys } from './commands/keys.js';
import { type TokenCommand, token } from './commands/token.js';

afterEach(() => vi.restoreAllMocks());

/** What a command prints. */
async function printed(command: () => Promise<number>): Promise<string> {
  const lines: unknown[] = [];
  const spy = vi.spyOn(console, 'log').mockImplementation((line) => void lines.push(line));
  expect(await command()).toBe(0);
  spy.mockRestore();
  return lines.join('\n');
}

async function madeKeys() {
  const file = join(await folder(), 'dcm-keys.json');
  const shown = await printed(() => keys(file, {}));
  const jwk = JSON.parse(/JWK\n(\{[^}]*\})/.exec(shown)?.[1] ?? '') as JWK;
  return { file, shown, jwk };
}

describe('dcm keys', () => {
  it('makes keys that only their owner may read, and shows their public parts', async () => {
    const { file, shown, jwk } = await madeKeys();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const content = JSON.parse(await readFile(file, 'utf8'));
    expect(Object.keys(jwk).toSorted()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
    const pem = /-----BEGIN PUBLIC KEY-----[\s\S]*?-----END PUBLIC KEY-----\n/.exec(shown)?.[0] ?? '';
    expect(createPublicKey(pem).export({ format: 'jwk' })).toEqual({ kty: jwk.kty, n: jwk.n, e: jwk.e });
    expect(shown).toContain(content.counterparty_guid);
    expect(shown).toContain(content.issuer.address);
    const { d, p, q, dp, dq, qi } = content.signing;
    for (const secret of [d, p, q, dp, dq, qi, content.issuer.seed, content.root.seed, content.signer.seed]) {
      expect(secret).toEqual(expect.any(String));
      expect(shown).not.toContain(secret);
    }
  });

  it('names them in Ukrainian, and the values stay', async () => {
    const { file, shown, jwk } = await madeKeys();
    const ukrainian = await printed(() => keys(file, { show: true, lang: 'uk' }));
    const labels = ukrainian.slice(0, ukrainian.indexOf('\nJWK')).split('\n').filter(Boolean);
    expect(labels.slice(0, 4).filter((line) => !/^.{0,20}[а-яіїєґ]/i.test(line))).toEqual([]);
    for (const value of [file, String(jwk.kid), String(jwk.n)]) expect(ukrainian).toContain(value);
    expect(shown).not.toMatch(/[а-яіїєґ]/i);
  });

  it('--show shows the same again and changes nothing', async () => {
    const { file, shown } = await madeKeys();
    const before = await readFile(file, 'utf8');
    expect(await printed(() => keys(file, { show: true }))).toBe(shown);
    expect(await readFile(file, 'utf8')).toBe(before);
  });
});

describe('dcm token', () => {
  const options = { obj: 'kk-1', sub: 'dcm-admin@dcm.example', flow: 'sign-in', ttl: '60' };
  const make = (command: TokenCommand) => printed(() => token(command));

  it('makes a token that the published key accepts', async () => {
    const { file, jwk } = await madeKeys();
    const text = await make({ ...options, flow: 'sign-up', ttl: '90', keys: file });
    const { payload, protectedHeader } = await jwtVerify(text, await importJWK(jwk), {
      algorithms: ['RS256'],
    });
    expect(protectedHeader).toEqual({ alg: 'RS256', kid: jwk.kid, typ: 'JWT' });
    expect(payload).toMatchObject({ obj: 'kk-1', sub: 'dcm-admin@dcm.example', flow: 'sign-up' });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(90);
  });

  it('makes every defect, and none that the library sees is accepted', async () => {
    const { file, jwk } = await madeKeys();
    const published = await importJWK(jwk);
    const careful = { algorithms: ['RS256'], maxTokenAge: '20m' };
    const keyOf = ({ kid }: { readonly kid?: string }) => {
      if (kid === jwk.kid) return published;
      throw new Error('no key is published under this kid');
    };
    // The library looks neither at the types of DCM's claims nor at the spelling of a signature.
    const { types, encodings } = tokenFamilies;
    for (const defect of Object.keys(tokenDefects)) {
      if (defect in types || defect in encodings) continue;
      const text = await make({ ...options, keys: file, defect });
      if (defect === 'unknown-kid') expect(decodeProtectedHeader(text).kid).not.toBe(jwk.kid);
      await expect(jwtVerify(text, keyOf, careful), defect).rejects.toThrow();
    }
  });

  it('signs under a kid that is not DCM’s with a key that is nobody’s', async () => {
    const { file } = await madeKeys();
    const text = await make({ ...options, keys: file, asKid: 'bank-1', alg: 'ES256' });
    expect(decodeProtectedHeader(text)).toEqual({ alg: 'ES256', kid: 'bank-1', typ: 'JWT' });
    await expect(make({ ...options, keys: file, asKid: 'bank-1', alg: 'X' })).rejects.toThrow('--alg X');
    await expect(make({ ...options, keys: file, alg: 'ES256' })).rejects.toThrow('--as-kid');
    await expect(make({ ...options, keys: file, asKid: 'b', defect: 'empty' })).rejects.toThrow('--defect');
  });

  it('prints nothing where the header is left out or empty', async () => {
    const { file } = await madeKeys();
    for (const defect of ['missing', 'empty'])
      expect(await make({ ...options, keys: file, defect })).toBe('');
  });

  it('shifts both times, and leaves claims out', async () => {
    const { file } = await madeKeys();
    const now = Date.now() / 1000;
    const { iat = 0, exp = 0 } = decodeJwt(await make({ ...options, keys: file, shift: '-125' }));
    expect(exp - iat).toBe(60);
    expect(Math.abs(iat + 125 - now)).toBeLessThan(5);
    const without = decodeJwt(await make({ ...options, keys: file, without: ['sub', 'exp'] }));
    expect(Object.keys(without)).toEqual(['flow', 'obj', 'iat']);
    await expect(make({ ...options, keys: file, without: ['iss'] })).rejects.toThrow('--without iss');
    await expect(make({ ...options, keys: file, shift: '1.5' })).rejects.toThrow('--shift 1.5');
  });

  it('makes a token of the past with a negative lifetime', async () => {
    const { file } = await madeKeys();
    const { iat = 0, exp = 0 } = decodeJwt(await make({ ...options, keys: file, ttl: '-30' }));
    expect(exp - iat).toBe(-30);
  });
});
