import type { IncomingMessage } from 'node:http';
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { type InAnswer, TransportError } from './transport.js';

/** The longest body that is read, compressed or decompressed. */
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

/** No sound server applies several encodings to one body. */
const mostEncodings = 2;

/**
 * No compression was requested; a compressed response is read all the same, up to the same length.
 *
 * @param encodings the value of `Content-Encoding`
 * @throws {TransportError} if it cannot be decompressed within the limit
 */
export function unpacked(body: Buffer, encodings: string, longest: number): Buffer {
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

/** The response, once its body has arrived. @throws {TransportError} if it cannot be decompressed within the limit */
export function answerOf(incoming: IncomingMessage, body: Buffer, longest: number): InAnswer {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) headers[name] = String(value);
  const encodings = body.length === 0 ? '' : (incoming.headers['content-encoding'] ?? '');
  const whole = encodings === '' ? body : unpacked(body, encodings, longest);
  return { status: incoming.statusCode ?? 0, headers, text: whole.toString('utf8') };
}
