import type { JournalEntry } from './control/journal.js';
import { redactBody } from './redact.js';

/** Commands that repeat a recorded request. They have placeholders instead of credentials. */

/** As one word of a shell. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** Repeats a JSON body that DCM sent to the bank. */
export const curlPost = (url: string, body: unknown): string =>
  `curl -i ${quoted(url)} -H 'content-type: application/json' -d ${quoted(JSON.stringify(redactBody(body)))}`;

export interface TokenWords {
  readonly flow: string;
  readonly obj: string;
  readonly sub: string;
  readonly defect?: string | undefined;
  /** A kid that is not DCM's, and its algorithm. */
  readonly as?: { readonly kid: string; readonly alg: string } | undefined;
  /** Seconds by which both times are shifted. */
  readonly shiftS?: number | undefined;
  /** Seconds from `iat` to `exp`, if not the usual ones. */
  readonly lifetimeS?: number | undefined;
  /** A token that is sent again after some seconds, and how it was shifted when it was made. */
  readonly twice?: { readonly shiftS: number; readonly afterS: number } | undefined;
  /** Claims left out. */
  readonly without?: readonly string[] | undefined;
}

/** What makes the token of `dcm token` another one than the usual, as its options. */
function special({
  defect,
  as,
  twice,
  shiftS = twice?.shiftS ?? 0,
  lifetimeS,
  without = [],
}: TokenWords): string {
  const options = [
    as ? `--as-kid ${quoted(as.kid)} --alg ${as.alg}` : '',
    defect ? `--defect ${defect}` : '',
    shiftS === 0 ? '' : `--shift ${shiftS}`,
    lifetimeS === undefined ? '' : `--ttl ${lifetimeS}`,
    ...without.map((claim) => `--without ${claim}`),
  ];
  return options
    .filter(Boolean)
    .map((option) => ` ${option}`)
    .join('');
}

/** Repeats a reverse call with a token from `dcm token`. */
export function curlAsk(url: string, words: TokenWords): string {
  const { flow, obj, sub, defect } = words;
  if (defect === 'missing') return `curl -i ${quoted(url)}`;
  // This is how curl sends a header without a value.
  if (defect === 'empty') return `curl -i ${quoted(url)} -H 'X-Session-ID;'`;
  const token = `dcm token --keys dcm-keys.json --obj ${quoted(obj)} --sub ${quoted(sub)} --flow ${flow}${special(words)}`;
  const { twice } = words;
  if (twice === undefined) return `curl -i ${quoted(url)} -H "X-Session-ID: $(${token})"`;
  const ask = `${quoted(url)} -H "X-Session-ID: $TOKEN"`;
  return `TOKEN="$(${token})"; curl -s -o /dev/null ${ask}; sleep ${twice.afterS}; curl -i ${ask}`;
}

/** What DCM sent to a bank; empty if it cannot be repeated. */
export function curlOut({ method, url, request, claims }: JournalEntry): string {
  if (!/^https?:/.test(url)) return '';
  if (method === 'POST') return curlPost(url, request.body);
  const { flow, obj, sub } = claims ?? {};
  return flow && obj && sub ? curlAsk(url, { flow, obj, sub }) : '';
}

/** The body of an entry as a curl argument; one that is not kept as it was sent must be put into a file. */
function bodyWords({ body, shortened }: JournalEntry['request'], text: (body: unknown) => string): string {
  const [, bytes] = (typeof body === 'string' && /^\[not (?:read|kept): (\d+) bytes\]$/.exec(body)) || [];
  const length = shortened?.length ?? bytes;
  const whole = text(body);
  const left = whole.includes('[redacted') || whole.includes('%5Bredacted');
  return length === undefined
    ? `-d ${quoted(whole)}${left ? ' # put in what was left out as [redacted]' : ''}`
    : `--data-binary @body.txt # the ${length} bytes that were sent are not kept: put them into body.txt`;
}

/** Where each credential of a request to DCM goes, as a variable of the shell. */
const credentials: Readonly<Record<string, string>> = {
  authorization: 'bearer $SESSION_TOKEN',
  'cx-authorization': '$BANK_TOKEN',
  'x-session-token': '$SESSION_TOKEN',
};

/** What was sent to DCM; the user adds the credentials. `origin` is where DCM is reached. */
export function curlIn({ method, url, request }: JournalEntry, origin: string): string {
  const { headers, body } = request;
  const words = [`curl -i -X ${method} ${quoted(origin + url)}`];
  for (const [name, value] of Object.entries(credentials)) {
    if (headers[name]) words.push(`-H "${name}: ${value}"`);
  }
  const type = headers['content-type'];
  if (body !== null && body !== undefined) {
    const form = type?.startsWith('application/x-www-form-urlencoded');
    const text = (whole: unknown) =>
      form ? new URLSearchParams(whole as Record<string, string>).toString() : JSON.stringify(whole);
    // Without a value, curl does not send its own.
    words.push(`-H ${quoted(`content-type:${type ? ` ${type}` : ''}`)} ${bodyWords(request, text)}`);
  }
  return words.join(' ');
}
