import type { JournalEntry } from '../../contract/control/journal.js';
import type { sentRequestOperations } from '../../contract/control/requests.js';
import { bodyOfText, bodyText, filled, gapsOf, ownHeaders } from '../../contract/gaps.js';
import type { Input } from '../../contract/operation.js';
import { Refusal } from '../domain/refusal.js';

type Changes = Pick<
  Input<typeof sentRequestOperations.sendRequest>['body'],
  'method' | 'url' | 'headers' | 'body' | 'fill'
>;

export interface Composed {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * The request of an entry with what a person has changed and filled in.
 * @throws {Refusal} `control-conflict` if something is still missing; it says what
 */
export function composed(entry: JournalEntry, changes: Changes): Composed {
  const { request } = entry;
  const { method = entry.method, url = entry.url } = changes;
  const headers =
    changes.headers === undefined ? ownHeaders(request.headers) : withSmallNames(changes.headers);
  const text = changes.body ?? bodyText(request.body, headers);
  const before = bodyOfText(text, headers);
  const gapsBefore = gapsOf(before, 'body');
  const whole = gapsBefore.length === 0 ? before : filled(before, changes.fill, 'body');
  // The text goes on as it is unless something in it was filled in: a person may want it broken.
  const body = gapsBefore.length === 0 ? text : bodyText(whole, headers);
  const gaps = [...gapsOf(url, 'url'), ...gapsOf(headers, 'headers'), ...gapsOf(whole, 'body')];
  if (gaps.length > 0)
    throw new Refusal('control-conflict', {
      problem: `the journal does not have ${gaps.map(({ at }) => at).join(', ')} as sent: give the value`,
    });
  return { method: method.toUpperCase(), url, headers, body };
}

/**
 * A request of its own.
 * @throws {Refusal} `invalid-member` if it lacks what makes a request
 */
export function composedAnew({ method, url, headers = {}, body = '' }: Omit<Changes, 'fill'>): Composed {
  const missing = method === undefined ? 'method' : 'url';
  if (method === undefined || url === undefined)
    throw new Refusal('invalid-member', { member: missing, problem: 'required for a request without seq' });
  return { method: method.toUpperCase(), url, headers: withSmallNames(headers), body };
}

const withSmallNames = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
