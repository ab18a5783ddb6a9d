import type { JournalEntry } from '../control/journal.js';
import { bodyText, type Gap, gapsOfRequest, ownHeaders } from '../gaps.js';

/**
 * A recorded request as a program would send it. Written here and not by a library: those put credentials into the code
 * as they are, and here each one is a variable of the environment.
 */
export interface ShownRequest {
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  readonly headers: readonly ShownHeader[];
  /** Empty without one. */
  readonly body: string;
  /** What the journal does not have as it was sent, and the reader has to insert. */
  readonly gaps: readonly Gap[];
}

export interface ShownHeader {
  readonly name: string;
  /** The value, or what comes before that of the variable. */
  readonly text: string;
  /** Variable of the environment that has the credential; empty without one. */
  readonly variable: string;
}

/** Where each credential goes, and what stands before it. */
const credentials: readonly ShownHeader[] = [
  { name: 'authorization', text: 'bearer ', variable: 'SESSION_TOKEN' },
  { name: 'cx-authorization', text: '', variable: 'BANK_TOKEN' },
  { name: 'x-session-token', text: '', variable: 'SESSION_TOKEN' },
  { name: 'x-session-id', text: '', variable: 'DCM_TOKEN' },
];

/** Headers that say which program has sent it. */
const ofProgram = new Set(['user-agent', 'accept-language', 'sec-fetch-mode', 'x-session-id']);

/**
 * @param origin where DCM is reached; a request to a bank has a whole URL
 */
export function shownRequest(entry: JournalEntry, origin: string): ShownRequest {
  const { method, url, request } = entry;
  const own = Object.entries(ownHeaders(request.headers))
    .filter(([name]) => !ofProgram.has(name))
    .map(([name, text]): ShownHeader => ({ name, text, variable: '' }));
  return {
    method,
    url: url.startsWith('/') ? origin + url : url,
    headers: [...credentials.filter(({ name }) => (request.headers[name] ?? '') !== ''), ...own],
    body: bodyText(request.body, request.headers),
    gaps: gapsOfRequest(entry).filter(({ at }) => !credentials.some(({ name }) => at === `headers.${name}`)),
  };
}

/** A text as a literal: what JSON writes is read alike by JavaScript, Java, C# and Python. */
export const literal = (text: string): string => JSON.stringify(text);

/** Lines of comment about what the reader has to insert. */
export const gapLines = ({ gaps }: ShownRequest, comment: string): string[] =>
  gaps.map(({ at }) => `${comment} ${at}: not kept as it was sent; insert the value`);
