/** Headers as names and values in turn, spelled and ordered as on the wire. */
export type RawHeaders = readonly string[];

/** What is said to the other end of one connection only (RFC 9110, 7.6.1). */
const ofConnection = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'transfer-encoding',
  'upgrade',
]);

/** What `Connection` says if it names no other header. */
const usual = new Set(['', 'keep-alive', 'close']);

/** The pairs of raw headers. */
export function* pairsOf(raw: RawHeaders): Iterable<readonly [name: string, value: string]> {
  for (let at = 0; at + 1 < raw.length; at += 2) yield [raw[at] ?? '', raw[at + 1] ?? ''];
}

/** The values of a header, joined as RFC 9110 allows; undefined without one. */
export function headerOf(raw: RawHeaders, wanted: string): string | undefined {
  let found: string | undefined;
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = raw[at] ?? '';
    if (name.length !== wanted.length || name.toLowerCase() !== wanted) continue;
    found = found === undefined ? raw[at + 1] : `${found}, ${raw[at + 1]}`;
  }
  return found;
}

/** Lower-case names with their values; those of a repeated header are joined. */
export function flat(raw: RawHeaders): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of pairsOf(raw)) {
    const key = name.toLowerCase();
    const known = Object.hasOwn(headers, key) ? headers[key] : undefined;
    headers[key] = known === undefined ? value : `${known}${key === 'cookie' ? '; ' : ', '}${value}`;
  }
  return headers;
}

const isChunked = (raw: RawHeaders): boolean => headerOf(raw, 'transfer-encoding') !== undefined;

/** Whether a request has a body (RFC 9112, 6.3). */
export function hasBody(raw: RawHeaders): boolean {
  const length = headerOf(raw, 'content-length');
  return length === undefined ? isChunked(raw) : length !== '0';
}

export interface Passing {
  /** `Host` of the next hop; responses have none. */
  readonly host?: string;
  /** The next hop understands chunks (HTTP/1.1). */
  readonly chunks: boolean;
}

/** The headers for the next hop: all of them, but those of this connection. */
export function passedOn(raw: RawHeaders, { host, chunks }: Passing): string[] {
  const connection = headerOf(raw, 'connection')?.toLowerCase() ?? '';
  const named = usual.has(connection) ? [] : connection.split(',').map((name) => name.trim());
  const passed: string[] = [];
  let chunked = false;
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = raw[at] ?? '';
    const value = raw[at + 1] ?? '';
    const key = name.toLowerCase();
    if (key === 'transfer-encoding') chunked = chunks;
    if (ofConnection.has(key) || named.includes(key)) continue;
    passed.push(name, key === 'host' && host !== undefined ? host : value);
  }
  if (host !== undefined && headerOf(raw, 'host') === undefined) passed.push('Host', host);
  if (chunked) passed.push('Transfer-Encoding', 'chunked');
  return passed;
}
