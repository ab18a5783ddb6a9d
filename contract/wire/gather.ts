import type { IncomingMessage } from 'node:http';
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { type InAnswer, TransportError } from './transport.js';

/** A body that is longer is not read, packed or unpacked. */
export const longestBody = 1024 * 1024;

type Unpack = (packed: Buffer, options: { readonly maxOutputLength: number }) => Buffer;

/** `deflate` is zlib's format (RFC 9110, 8.4.1.2); some servers send it bare. */
const deflate: Unpack = (packed, options) =>
  ((packed[0] ?? 0) & 0x0f) === 8 ? inflateSync(packed, options) : inflateRawSync(packed, options);

const unpackers: Readonly<Record<string, Unpack>> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate,
  br: brotliDecompressSync,
};

/** More than one encoding upon another is nothing that a sound server sends. */
const mostEncodings = 2;

/** Nobody was asked to pack an answer; one that is packed all the same is read, and no longer than another. */
function unpacked(body: Buffer, encodings: string, longest: number): Buffer {
  const names = encodings
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  const packed = names.filter((name) => name !== '' && name !== 'identity').reverse();
  if (packed.length > mostEncodings) throw new TransportError('answer is packed too often');
  return packed.reduce((rest, name) => {
    const unpack = unpackers[name];
    if (unpack === undefined)
      throw new TransportError(`answer is packed as ${name.slice(0, 40)}, which was not asked for`);
    try {
      return unpack(rest, { maxOutputLength: longest });
    } catch (error) {
      const tooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
      throw new TransportError(
        tooLarge ? tooLong(longest) : `answer is not what its Content-Encoding says: ${name}`,
      );
    }
  }, body);
}

export const tooLong = (longest: number): string => `answer is larger than ${longest} bytes`;

/** The answer, once its body has come. @throws {TransportError} when it cannot be unpacked within the bound */
export function answerOf(incoming: IncomingMessage, body: Buffer, longest: number): InAnswer {
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]);
  const encodings = body.length === 0 ? '' : (incoming.headers['content-encoding'] ?? '');
  return {
    status: incoming.statusCode ?? 0,
    headers: Object.fromEntries(headers),
    text: unpacked(body, encodings, longest).toString('utf8'),
  };
}
