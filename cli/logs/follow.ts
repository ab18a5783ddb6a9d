import { type IncomingMessage, request } from 'node:http';
import { request as secureRequest } from 'node:https';
import { z } from 'zod';
import { type JournalHead, journalHead } from '../../contract/control/journal.js';
import { journalPages } from '../../contract/control/journal-operations.js';
import { eventsIn } from './event-stream.js';
import { unreadable } from './unreadable.js';

/** What a mock says while its journal is followed. */
export type Heard =
  | { readonly head: JournalHead }
  | { readonly missed: true }
  /** Why it ends. */
  | { readonly ends: string };

const lastWords = z.object({ why: z.string() });

export interface Following {
  /** Ends when the mock ends the stream, or when it is closed here. */
  readonly heard: AsyncGenerator<Heard>;
  close(): void;
}

/** What comes on a stream, until either side goes away. */
export async function* textsOf(response: IncomingMessage): AsyncGenerator<string> {
  response.setEncoding('utf8');
  try {
    for await (const text of response) yield text as string;
  } catch (error) {
    // The stream ends when either side goes away.
    if ((error as NodeJS.ErrnoException).code !== 'ECONNRESET') throw error;
  }
}

async function* heardIn(response: IncomingMessage): AsyncGenerator<Heard> {
  for await (const { event, data } of eventsIn(textsOf(response))) {
    if (event === 'gap') yield { missed: true };
    if (event === 'end') yield { ends: lastWords.parse(JSON.parse(data)).why };
    if (event !== 'entry') continue;
    const head = journalHead.safeParse(JSON.parse(data));
    if (head.success) yield { head: head.data };
  }
}

/**
 * Opens the stream of events of a mock, from now on.
 * @param query after the path, e.g. `?after=7` for the entries of the journal since a place
 * @throws {UsageError} if the mock does not allow it
 */
export async function openStream(
  baseUrl: string,
  headers: Readonly<Record<string, string>>,
  query = '',
): Promise<IncomingMessage> {
  const url = new URL(`${baseUrl}${journalPages.streamJournal.path}${query}`);
  const open = url.protocol === 'https:' ? secureRequest : request;
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    open(url, { headers, agent: false }, resolve).on('error', reject).end();
  }).catch((error: Error) => {
    throw unreadable(baseUrl, error);
  });
  if (response.statusCode !== 200) {
    response.destroy();
    throw unreadable(baseUrl, new Error(`HTTP ${response.statusCode}`));
  }
  return response;
}

/**
 * Follows the journal of a mock from a place on: `last` of a list.
 * @throws {UsageError} if the mock does not allow it
 */
export async function follow(
  baseUrl: string,
  headers: Readonly<Record<string, string>>,
  after: number,
): Promise<Following> {
  const response = await openStream(baseUrl, headers, `?after=${after}`);
  return { heard: heardIn(response), close: () => void response.destroy() };
}
