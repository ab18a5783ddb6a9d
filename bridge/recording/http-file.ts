import { operations } from '../../contract/operations/index.js';
import type { RecordedExchange } from '../../contract/recording.js';

/** Requests of a recording as a file of the kind .http, which editors can send. */

const introduction = `# The requests that a bank sent to the stage, in their order, for an editor that can send .http files. Fill in baseUrl, and the
# credentials that your requests need: they are left out, as are other secrets (in the recording they are marks like
# "[redacted 3f9c2a71]", the same for the same secret).`;

/** Where each credential goes; any other header with a mark is left out. */
const credentials: Readonly<Record<string, string>> = {
  authorization: 'bearer {{session}}',
  'x-session-token': '{{session}}',
  'cx-authorization': '{{bank_token}}',
};

/** Headers that the editor sends by itself. */
const itsOwn = new Set([
  'host',
  'content-length',
  'transfer-encoding',
  'connection',
  'accept-encoding',
  'user-agent',
]);

const isMarked = (text: string): boolean => text.includes('[redacted');

function headersOf({ request, header_names }: RecordedExchange): string[] {
  const names = new Map(header_names.request.map((name) => [name.toLowerCase(), name]));
  return Object.entries(request.headers).flatMap(([name, value]) => {
    if (itsOwn.has(name)) return [];
    const shown = value === '' ? '' : (credentials[name] ?? value);
    return isMarked(shown) ? [] : [`${names.get(name) ?? name}: ${shown}`.trimEnd()];
  });
}

/** A variable in place of each mark, with its name: `{{secret_3f9c2a71}}`. */
const withVariables = (text: string): string =>
  text.replaceAll(
    /\[redacted (\w{1,8})\]|\[redacted\]|%5Bredacted[%20+]*(\w{1,8})%5D/g,
    (_mark, one = '', other = '') => `{{secret_${one || other}}}`,
  );

function bodyOf({ request: { headers, body } }: RecordedExchange): string {
  if (body === null || body === undefined) return '';
  const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded');
  if (isForm && typeof body === 'object')
    return Object.entries(body)
      .map(
        ([name, value]) =>
          `${encodeURIComponent(name)}=${isMarked(String(value)) ? value : encodeURIComponent(String(value))}`,
      )
      .join('&');
  return typeof body === 'string' ? body : JSON.stringify(body, null, 2);
}

const titles = operations as Readonly<Record<string, { readonly summary: string }>>;

function one(exchange: RecordedExchange): string {
  const { seq, at, method, url, operation, status, request } = exchange;
  const body = bodyOf(exchange);
  const title = titles[operation]?.summary ?? 'A request that is not documented';
  // A line that begins like this would end the request.
  const text = withVariables(body).replaceAll(/^#/gm, ' #');
  return [
    `### ${seq} ${title}`,
    `# ${at}, answered ${status === 0 ? 'by nobody' : status}${request.shortened ? '; the body was shortened in the recording' : ''}`,
    `${method} {{baseUrl}}${withVariables(url)}`,
    ...headersOf(exchange),
    ...(text === '' ? [] : ['', text]),
  ].join('\n');
}

/** The file, of the bank's requests; those of DCM need its key. */
export function httpFile(upstream: string, exchanges: readonly RecordedExchange[]): string {
  const requests = exchanges.filter(({ direction }) => direction === 'in').map(one);
  const secrets = new Set(requests.join('\n').match(/\{\{secret_\w*\}\}/g) ?? []);
  const variables = [
    `@baseUrl = ${upstream}`,
    '@session =',
    '@bank_token =',
    ...[...secrets].sort().map((name) => `@${name.slice(2, -2)} =`),
  ];
  return `${[introduction, variables.join('\n'), ...requests].join('\n\n')}\n`;
}
