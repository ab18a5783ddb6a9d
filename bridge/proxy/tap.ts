import { createHash, type Hash } from 'node:crypto';

/** A body as it went by. */
export interface TappedBody {
  /** Empty if the body was too long to be kept. */
  readonly bytes: Buffer;
  readonly length: number;
  /** Hash in hex of a body that was too long to be kept. */
  readonly sha256?: string;
}

/** Bytes of a body that are kept. */
const longest = 1024 * 1024;

/** Keeps a copy of a body while it goes by, or only its length and hash if it is long. */
export function createTap() {
  let chunks: Buffer[] = [];
  let length = 0;
  let hash: Hash | undefined;
  return {
    add(chunk: Buffer): void {
      length += chunk.length;
      if (hash) return void hash.update(chunk);
      chunks.push(chunk);
      if (length <= longest) return;
      hash = createHash('sha256');
      for (const one of chunks) hash.update(one);
      chunks = [];
    },
    body(): TappedBody {
      const [only = Buffer.alloc(0), ...more] = chunks;
      const bytes = more.length === 0 ? only : Buffer.concat(chunks);
      return { bytes, length, ...(hash && { sha256: hash.copy().digest('hex') }) };
    },
  };
}
