import { createPublicKey, type KeyObject, sign } from 'node:crypto';

/** A certificate that nobody has issued: Node.js reads certificates, but makes none. */

/** A value of DER with its tag and length. */
function der(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const bytes = Buffer.concat(content);
  const size = bytes.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), bytes]);
}

const sequence = (...content: readonly Uint8Array[]) => der(0x30, ...content);
const identifier = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const text = (tag: number, content: string) => der(tag, Buffer.from(content));

const sha256WithRsa = sequence(identifier('2a864886f70d01010b'), der(0x05));
const name = sequence(der(0x31, sequence(identifier('550403'), text(0x0c, 'DCM'))));
const validity = sequence(text(0x17, '250101000000Z'), text(0x17, '490101000000Z'));

/** A certificate of an RSA key, signed by itself, in DER. */
export function certificateOf(key: KeyObject): Buffer {
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' });
  const serial = der(0x02, Buffer.from([1]));
  const body = sequence(serial, sha256WithRsa, name, validity, name, publicKey);
  return sequence(body, sha256WithRsa, der(0x03, Buffer.from([0]), sign('sha256', body, key)));
}

export const pemOf = (certificate: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64')}\n-----END CERTIFICATE-----\n`;
