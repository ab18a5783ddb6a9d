import type { Operation } from '../../contract/operation.js';
import { raw, type unjudged } from '../client.testing.js';
import type { Inhabited, Sent } from './coverage-world.testing.js';

const usual = (x: Inhabited, { caller }: Operation): string =>
  caller === 'officer' ? x.officer : caller === 'employee' ? x.session : '';

/** Sends the request of a plan; `text` replaces its body, `by` is how it is sent. */
export function send(
  x: Inhabited,
  operation: Operation,
  sent: Sent,
  text?: string,
  by: typeof unjudged = raw,
) {
  const given: Readonly<Record<string, string>> = { counterparty_guid: x.guid, ...sent.params };
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => given[name] ?? 'x');
  const pairs = Object.entries(sent.query ?? {}).flatMap(([name, value]) =>
    [value].flat().map((text) => [name, text] as [string, string]),
  );
  const query = pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : '';
  const token = sent.token ?? usual(x, operation);
  const credential: Record<string, string> =
    token && !sent.headers?.['cx-authorization'] ? { authorization: `bearer ${token}` } : {};
  const headers = { 'content-type': 'application/json', ...credential, ...sent.headers };
  const body = text ?? (sent.body && JSON.stringify(sent.body));
  const request = by(x.app, operation.method, path + query, headers);
  return body === undefined ? request : request.send(body);
}
