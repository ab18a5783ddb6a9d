import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SealError } from '../domain/stellar.js';
import { open, seal } from './seal.js';

const SEED = 'SCOWDMM557WVUYF2QRFPJEXMFTCEISOFNF5TE2IZOA52YAY4VZ7WBDB3';
const SECRET = 'кит і пес';
const IV = new Uint8Array(12).fill(9);
const SEALED = seal(SEED, SECRET, IV);

describe('seal and open', () => {
  it('give back what was sealed, whatever the seed, the secret and the iv', () => {
    const ivs = fc.uint8Array({ minLength: 12, maxLength: 12 });
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, text, ivs, (seed, secret, iv) => {
        expect(open(seal(seed, secret, iv), secret)).toBe(seed);
      }),
    );
  });

  it('keep the sealed text of version 1 readable', () => {
    expect(SEALED).toBe(
      'v1.CQkJCQkJCQkJCQkJ.eFJTrH6WlWicCX5RqZyQTWLtC1-DRvNUwCr7fxN5uG59IflOKG4EsPMj8go_78d522oAKV7p20Y.nPBFb58xocaqujgrYhFOVA',
    );
  });

  it('give another text for another iv', () => {
    expect(seal(SEED, SECRET, new Uint8Array(12).fill(8))).not.toBe(SEALED);
  });

  it('do not show the seed', () => {
    const parts = SEALED.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'));
    for (const shown of [SEALED, ...parts]) {
      expect(shown).not.toContain(SEED);
      expect(shown).not.toContain(SEED.slice(0, 8));
      expect(shown).not.toContain(SECRET);
    }
  });

  it('refuse another iv length', () => {
    expect(() => seal(SEED, SECRET, new Uint8Array(16))).toThrow(RangeError);
  });
});

describe('open refuses', () => {
  it.each(['', `${SECRET} `, SECRET.toUpperCase()])('the secret "%s"', (secret) => {
    expect(() => open(SEALED, secret)).toThrow(SealError);
  });

  it('a secret that differs in Unicode normalisation only', () => {
    const composed = 'ключ ї'.normalize('NFC');
    const decomposed = composed.normalize('NFD');
    expect(decomposed).not.toBe(composed);
    const sealed = seal(SEED, composed, IV);
    expect(open(sealed, composed)).toBe(SEED);
    expect(() => open(sealed, decomposed)).toThrow(SealError);
  });

  it('the sealed text with any one character changed', () => {
    for (let at = 0; at < SEALED.length; at++) {
      const other = SEALED[at] === 'A' ? 'B' : 'A';
      const tampered = SEALED.slice(0, at) + other + SEALED.slice(at + 1);
      expect(() => open(tampered, SECRET), `character ${at}`).toThrow(SealError);
    }
  });

  it('the parts of two sealed texts mixed', () => {
    const [version, iv, ciphertext, tag] = SEALED.split('.');
    const other = seal(SEED, SECRET, new Uint8Array(12).fill(8)).split('.');
    for (const mixed of [
      [version, other[1], ciphertext, tag],
      [version, iv, other[2], tag],
      [version, iv, ciphertext, other[3]],
    ]) {
      expect(() => open(mixed.join('.'), SECRET)).toThrow(SealError);
    }
  });

  it.each([
    '',
    'v1',
    'v1...',
    SEED,
    `v2${SEALED.slice(2)}`,
    `${SEALED}.`,
    `${SEALED}=`,
    SEALED.slice(0, -1),
    ` ${SEALED}`,
  ])('the text "%s"', (text) => {
    expect(() => open(text, SECRET)).toThrow(SealError);
  });

  it('without repeating seed or secret', () => {
    expect.assertions(2);
    try {
      open(SEALED, 'another secret');
    } catch (error) {
      expect(String(error)).not.toContain('another secret');
      expect(String(error)).not.toContain(SEALED);
    }
  });
});
