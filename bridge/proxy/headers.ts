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

/** The pairs of raw headers. */
export function* pairsOf(raw: RawHeaders): Iterable<readonly [name: string, value: string]> {
  for (let at = 0; at + 1 < raw.length; at += 2) yield [raw[at] ?? '', raw[at + 1] ?? ''];
}

/** The values of a header, joined as RFC 9110 allows; undefined without one. */
export function headerOf(raw: RawHeaders, wanted: string): string | undefined {
  const values = [...pairsOf(raw)].filter(([name]) => name.toLowerCase() === wanted);
  return values.length === 0 ? undefined : values.map(([, value]) => value).join(', ');
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
export const hasBody = (raw: RawHeaders): boolean =>
  isChunked(raw) || !['0', undefined].includes(headerOf(raw, 'content-length'));

export interface Passing {
  /** `Host` of the next hop; responses have none. */
  readonly host?: string;
  /** The next hop understands chunks (HTTP/1.1). */
  readonly chunks: boolean;
}

/** The headers for the next hop: all of them, but those of this connection. */
export function passedOn(raw: RawHeaders, { host, chunks }: Passing): string[] {
  const named = headerOf(raw, 'connection')?.toLowerCase().split(',') ?? [];
  const left = new Set(named.map((name) => name.trim()));
  const passed: string[] = [];
  for (const [name, value] of pairsOf(raw)) {
    const key = name.toLowerCase();
    if (ofConnection.has(key) || left.has(key)) continue;
    passed.push(name, key === 'host' && host !== undefined ? host : value);
  }
  if (chunks && isChunked(raw)) passed.push('Transfer-Encoding', 'chunked');
  return passed;
}
