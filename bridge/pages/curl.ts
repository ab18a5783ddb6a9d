import { type DescribedMember, membersOf } from './described.js';

/** A request as `curl` makes it. */
export interface CurlRequest {
  readonly method: string;
  readonly path: string;
  readonly members: readonly DescribedMember[];
}

/** What a sample in a shell does to DCM; undefined if it calls nothing. */
export function readCurl(sample: string): CurlRequest | undefined {
  if (!/\bcurl\b/.test(sample)) return undefined;
  const text = sample.replaceAll(/\\\r?\n/g, ' ');
  const url = /(['"]?)(https?:\/\/[^\s'"]+)\1/.exec(text)?.[2];
  if (url === undefined) return undefined;
  const body = [...text.matchAll(sent)].map(([, single, double, bare]) =>
    sentMembers(single ?? double?.replaceAll(/\\(.)/g, '$1') ?? bare ?? ''),
  );
  const named = /(?:-X|--request)[\s=]*'?([A-Z]+)/.exec(text)?.[1];
  const [address = '', search = ''] = url.split('?', 2);
  return {
    method: named ?? (body.length === 0 ? 'GET' : 'POST'),
    path: address,
    members: [
      ...[...new URLSearchParams(search).keys()].map((name) => ({ part: 'query' as const, name, type: '' })),
      ...body.flat(),
    ],
  };
}

/** What is sent with a request, in either kind of quotes or in none. */
const sent =
  /\s(?:--data(?:-raw|-binary|-urlencode|-ascii)?|--form|-d|-F)[\s=]+(?:'([^']*)'|"((?:[^"\\]|\\.)*)"|([^\s'"]+))/g;

/** The members of a body in JSON, or of a form. */
function sentMembers(data: string): DescribedMember[] {
  const value = readSample(data);
  if (typeof value === 'object' && value !== null) return membersOf('body', value);
  return data
    .split('&')
    .filter((field) => /^[\w.[\]-]+=/.test(field))
    .map((field) => ({ part: 'body', name: field.slice(0, field.indexOf('=')), type: '' }));
}

/** JSON as pages write it: with comments, ellipses and commas too many. Undefined if it cannot be read. */
export function readSample(text: string): unknown {
  const mended = text
    .replaceAll(/^[ \t]{0,200}\/\/.*$/gm, '')
    .replaceAll(/(["\d\]}el])\s+\/\/.*$/gm, '$1')
    .replaceAll(/\.{3}|…/g, '')
    .replaceAll(/,(\s*[}\]])/g, '$1');
  for (const one of [text, mended]) {
    try {
      return JSON.parse(one);
    } catch {
      // The next try, or none.
    }
  }
  return undefined;
}
