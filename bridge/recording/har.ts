import type { RecordedExchange, RecordingRun } from '../../contract/recording.js';

/** A recording as HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/), which developer tools of browsers open. */

type Message = RecordedExchange['request'];

/** Headers as they were spelled; the value of a repeated one stands at its first place. */
function headersOf({ headers }: Message, names: readonly string[]) {
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
  Number(message.headers['content-length'] ?? Buffer.byteLength(textOf(message)));

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

/** The whole address of a request of the bank, which has recorded only its path. */
const urlOf = ({ direction, url }: RecordedExchange, upstream: string): string =>
  direction === 'in' ? `${upstream}${url}` : url;

function queryOf(url: string) {
  const cut = url.indexOf('?');
  return cut < 0 ? [] : [...new URLSearchParams(url.slice(cut))].map(([name, value]) => ({ name, value }));
}

function entryOf(exchange: RecordedExchange, upstream: string) {
  const { at, ms, method, status, request, response, error, operation, direction, seq, cause, findings } =
    exchange;
  const url = urlOf(exchange, upstream);
  return {
    startedDateTime: at,
    time: ms,
    request: {
      method,
      url,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: headersOf(request, exchange.header_names.request),
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
      headers: headersOf(response, exchange.header_names.response),
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

export const harOf = (run: RecordingRun, exchanges: readonly RecordedExchange[]): object => ({
  log: {
    version: '1.2',
    creator: { name: 'dcm-conformance', version: run.versions.dcm },
    pages: [],
    // HAR has them in the order in which they began; the recording, in that in which they ended.
    entries: [...exchanges]
      .sort((one, other) => one.seq - other.seq)
      .map((exchange) => entryOf(exchange, run.upstream)),
  },
});
