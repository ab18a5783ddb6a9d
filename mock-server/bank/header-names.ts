import type { Profile } from '../../contract/profile/index.js';
import type { Transport } from '../../contract/wire/transport.js';

/** Option `header_names`: letters in the names of headers, which mean the same (RFC 9110, section 5.1). */

/** As the pages write them; they show no others. */
const documented: Readonly<Record<string, string>> = { 'x-session-id': 'X-Session-ID' };

const spellings: Readonly<Record<Profile['header_names'], (name: string) => string>> = {
  'as-documented': (name) => documented[name] ?? name,
  lower: (name) => name.toLowerCase(),
  upper: (name) => name.toUpperCase(),
  title: (name) => name.replace(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase()),
};

export function spellingHeaders(transport: Transport, profile: () => Profile): Transport {
  return (request) => {
    const spell = spellings[profile().header_names];
    const headers = Object.entries(request.headers).map(([name, value]) => [spell(name), value]);
    return transport({ ...request, headers: Object.fromEntries(headers) });
  };
}
