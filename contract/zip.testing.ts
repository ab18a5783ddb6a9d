import { inflateRawSync } from 'node:zlib';

/** The files of an archive, read by its directory. */
export function unpacked(bytes: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  let at = bytes.readUInt32LE(bytes.length - 6);
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const [packed, name, begin] = [20, 28, 42].map((place) =>
      place === 28 ? bytes.readUInt16LE(at + place) : bytes.readUInt32LE(at + place),
    ) as [number, number, number];
    const content = bytes.subarray(begin + 30 + name, begin + 30 + name + packed);
    files.set(bytes.toString('utf8', at + 46, at + 46 + name), inflateRawSync(content).toString());
    at += 46 + name;
  }
  return files;
}
