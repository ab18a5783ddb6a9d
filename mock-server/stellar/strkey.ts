import { publicKeyOf } from './ed25519.js';

/** Ledger keys as text (SEP-23), without the library, which takes long to load. */

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const versions = { address: 6 << 3, seed: 18 << 3 } as const;

/** CRC16-XModem, low byte first. */
function checksum(bytes: Uint8Array): Uint8Array {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = ((crc << 1) ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff;
  }
  return Uint8Array.of(crc & 0xff, crc >> 8);
}

/** Base32 of bytes whose number of bits is a multiple of 5. */
function encode(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += letters[(held >> (bits - 5)) & 31];
    held &= 0xff;
  }
  return text;
}

function decode(text: string): Uint8Array {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const letter of text) {
    held = ((held << 5) | letters.indexOf(letter)) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
  }
  return Uint8Array.from(bytes);
}

function keyText(kind: keyof typeof versions, key: Uint8Array): string {
  const body = Uint8Array.of(versions[kind], ...key);
  return encode(Uint8Array.of(...body, ...checksum(body)));
}

/** The address of an `S...` seed; undefined if that is none. */
export function addressOfSeed(seed: string): string | undefined {
  const raw = decode(seed).subarray(1, 33);
  return keyText('seed', raw) === seed ? keyText('address', publicKeyOf(Buffer.from(raw))) : undefined;
}
