import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive. */
export interface ZipFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** PKWARE APPNOTE: version 2.0, names in UTF-8, deflated. */
const version = 20;
const inUtf8 = 0x0800;
const deflated = 8;
/** Readable and writable by its owner. */
const mode = 0o100600;
const madeOnUnix = 3 << 8;

/** Date and time as MS-DOS has them, in UTC; it knows no years before 1980. */
function dosTime(at: Date): { date: number; time: number } {
  const year = Math.max(0, at.getUTCFullYear() - 1980);
  return {
    date: (year << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
    time: (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1),
  };
}

/** The fields that the header of a file and its line in the directory share. */
function common({ name, bytes }: ZipFile, packed: Uint8Array, at: Date): Buffer {
  const { date, time } = dosTime(at);
  const field = Buffer.alloc(26);
  field.writeUInt16LE(version, 0);
  field.writeUInt16LE(inUtf8, 2);
  field.writeUInt16LE(deflated, 4);
  field.writeUInt16LE(time, 6);
  field.writeUInt16LE(date, 8);
  field.writeUInt32LE(crc32(bytes), 10);
  field.writeUInt32LE(packed.length, 14);
  field.writeUInt32LE(bytes.length, 18);
  field.writeUInt16LE(Buffer.byteLength(name), 22);
  return field;
}

const signature = (number: number): Buffer => {
  const bytes = Buffer.from('PK\0\0');
  bytes.writeUInt16LE(number, 2);
  return bytes;
};

/** A zip archive of files that are together smaller than 4 GB. */
export function zipOf(files: readonly ZipFile[], at: Date): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const packed = deflateRawSync(file.bytes);
    const fields = common(file, packed, at);
    const name = Buffer.from(file.name);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(mode * 0x10000, 6);
    rest.writeUInt32LE(offset, 10);
    const made = Buffer.alloc(2);
    made.writeUInt16LE(madeOnUnix | version);
    directory.push(signature(0x0201), made, fields, rest, name);
    parts.push(signature(0x0403), fields, name, packed);
    offset += 4 + fields.length + name.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, listed, signature(0x0605), end]);
}
