import type { JournalEntry } from './control/journal.js';

/** Exchanges as HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/), which developer tools of browsers open. */

type Message = JournalEntry['request'];

/** An entry of a journal, or of a recording, which knows how the headers were spelled. */
export type HarExchange = JournalEntry & {
  readonly header_names?: { readonly request: readonly string[]; readonly response: readonly string[] };
};

/** What a part of the exchanges belongs to, such as a scenario. */
export interface HarPage {
  readonly id: string;
  readonly title: string;
  /** The first and the last `seq`. */
  readonly first: number;
  readonly last: number;
}

export interface HarOptions {
  /** Version of this program. */
  readonly version: string;
  /** Origin at which DCM is reached. */
  readonly origin: string;
  readonly pages?: readonly HarPage[];
}

/** Headers as they were spelled; the value of a repeated one stands at its first place. */
function headersOf({ headers }: Message, names: readonly string[] = []) {
  const spelled = new Map<string, string>();
  for (const name of names) if (!spelled.has(name.toLowerCase())) spelled.set(name.toLowerCase(), name);
  return Object.entries(headers).map(([name, value]) => ({ name: spelled.get(name) ?? name, value }));
}

const textOf = ({ body }: Message): string => {
  if (body === null || body === undefined) return '';
  return typeof body === 'string' ? body : JSON.stringify(body);
};

const sizeOf = (message: Message): number =>
  message.shortened?.length ??
  Number(message.headers['content-length'] ?? new TextEncoder().encode(textOf(message)).length);

function postData(request: Message) {
  const mimeType = request.headers['content-type'] ?? '';
  const text = textOf(request);
  if (text === '') return {};
  const { body } = request;
  if (!mimeType.startsWith('application/x-www-form-urlencoded') || typeof body !== 'object' || body === null)
    return { postData: { mimeType, text } };
  const params = Object.entries(body).map(([name, value]) => ({ name, value: String(value) }));
  return {
    postData: { mimeType, params, text: new URLSearchParams(body as Record<string, string>).toString() },
  };
}

/** The whole address of a request of the bank, of which only the path is recorded. */
const urlOf = ({ direction, url }: HarExchange, origin: string): string =>
  direction === 'in' ? `${origin}${url}` : url;

function queryOf(url: string) {
  const cut = url.indexOf('?');
  return cut < 0 ? [] : [...new URLSearchParams(url.slice(cut))].map(([name, value]) => ({ name, value }));
}

function entryOf(exchange: HarExchange, { origin, pages = [] }: HarOptions) {
  const { at, ms, method, status, request, response, error, operation, direction, seq, cause, findings } =
    exchange;
  const url = urlOf(exchange, origin);
  const page = pages.find(({ first, last }) => first <= seq && seq <= last);
  return {
    ...(page && { pageref: page.id }),
    startedDateTime: at,
    time: ms,
    request: {
      method,
      url,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: headersOf(request, exchange.header_names?.request),
      queryString: queryOf(url),
      headersSize: -1,
      bodySize: sizeOf(request),
      ...postData(request),
    },
    response: {
      status,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: headersOf(response, exchange.header_names?.response),
      content: {
        size: sizeOf(response),
        mimeType: response.headers['content-type'] ?? '',
        text: textOf(response),
      },
      redirectURL: response.headers.location ?? '',
      headersSize: -1,
      bodySize: sizeOf(response),
      ...(error === '' ? {} : { _error: error }),
    },
    cache: {},
    timings: { send: 0, wait: ms, receive: 0 },
    comment: [
      `${direction === 'in' ? 'bank -> DCM' : 'DCM -> bank'} ${operation}`.trim(),
      ...findings.map(({ rule, text }) => `${rule}: ${text}`),
    ].join('\n'),
    _seq: seq,
    _cause: cause,
    _findings: findings,
  };
}

/** Secrets are redacted in the exchanges already. */
export function harOf(options: HarOptions, exchanges: readonly HarExchange[]): object {
  // HAR has them in the order in which they began; a recording, in that in which they ended.
  const sorted = [...exchanges].sort((one, other) => one.seq - other.seq);
  const pages = (options.pages ?? []).flatMap(({ id, title, first, last }) => {
    const begun = sorted.find(({ seq }) => first <= seq && seq <= last);
    return begun ? [{ id, title, startedDateTime: begun.at, pageTimings: {} }] : [];
  });
  return {
    log: {
      version: '1.2',
      creator: { name: 'dcm-conformance', version: options.version },
      pages,
      comment: 'Secrets, tokens and passwords are redacted.',
      entries: sorted.map((exchange) => entryOf(exchange, options)),
    },
  };
}
