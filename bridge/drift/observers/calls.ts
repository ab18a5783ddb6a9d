import type { Operation } from '../../../contract/operation.js';
import type { Profile } from '../../../contract/profile/index.js';
import { beyond, hasOption, type Observer, type Sight, sight } from '../observer.js';
import { isServed, member, requestOf, type Seen } from '../seen.js';
import { authorizationCallsOf, claimsOf, isAuthorization } from '../tokens.js';

/** Observers of what DCM calls at the bank, and how. */

/** The calls that a request has to cause as declared; undefined if it depends on what is not known. */
function declaredCalls({ reverseCalls = [] }: Operation, seen: Seen): readonly string[] | undefined {
  const kind = member(requestOf(seen), 'account_kind');
  const isOne = reverseCalls.some(({ entity }) => entity === kind);
  const meant = isOne ? reverseCalls.filter(({ entity }) => entity === kind) : reverseCalls;
  const byKind = seen.operation?.id === 'createAccount';
  return byKind && !isOne ? undefined : [...new Set(meant.map(({ method }) => method))];
}

const listed = (methods: readonly string[]): string =>
  methods.length === 0 ? '–' : methods.map((method) => `/${method}`).join(', ');

/** Which methods were called, against the declared ones. */
function checkSight(seen: Seen, expected: readonly string[], called: readonly string[]): Sight | undefined {
  const isSame = expected.length === called.length && expected.every((method) => called.includes(method));
  if (isSame) return sight(seen, { reverse_check: 'documented' });
  if (expected.length === 0 && called.join() === 'external_id') return sight(seen, { reverse_check: 'all' });
  const isFewer =
    expected.includes('key') && called.join() === expected.filter((one) => one !== 'external_id').join();
  if (isFewer) return sight(seen, { reverse_check: 'fewer' });
  return beyond(
    seen,
    `${seen.exchange.operation} called ${listed(called)} instead of ${listed(expected)}`,
    `${seen.exchange.operation} викликала ${listed(called)} замість ${listed(expected)}`,
  );
}

/** How many times the same was asked. */
function repeatSight(seen: Seen, calls: readonly Seen[]): Sight {
  const counts = new Map<string, number>();
  for (const call of calls) {
    const { flow, obj } = claimsOf(call);
    const key = JSON.stringify([call.exchange.operation, flow, obj]);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  if (most === 1 || most === 2) return sight(seen, { reverse_repeat: most });
  return beyond(seen, `each call is made ${most} times`, `кожен виклик робиться ${most} рази`);
}

function callSights(seen: Seen): readonly Sight[] {
  const { operation } = seen;
  if (!operation || !seen.both || operation.caller !== 'employee') return [];
  const expected = declaredCalls(operation, seen);
  const calls = authorizationCallsOf(seen);
  const called = [...new Set(calls.map(({ exchange }) => exchange.operation))];
  if (expected === undefined || (operation.method === 'GET' && called.length === 0)) return [];
  const check = checkSight(seen, expected, called);
  const sights: Sight[] = check ? [check] : [];
  if (calls.length > 0) sights.push(repeatSight(seen, calls));
  if (called.includes('key') && called.includes('external_id'))
    sights.push(sight(seen, { reverse_order: called[0] === 'key' ? 'key-first' : 'documented' }));
  return sights;
}

/** Exchanges during which DCM called the bank for a reason that is not known say nothing about calls. */
function unclear(all: readonly Seen[]): (seen: Seen) => boolean {
  const stray = all.filter((seen) => isAuthorization(seen) && seen.exchange.cause === 0);
  return (seen) => stray.some((call) => call.ended >= seen.began && call.began <= seen.ended);
}

/** U-03. */
export const reverseCalls: Observer = {
  weight: 'behaves',
  observe: (all) => {
    const isUnclear = unclear(all);
    const sights = all.filter((seen) => isServed(seen) && !isUnclear(seen)).flatMap(callSights);
    return sights.filter((one) => !isVague(one, sights));
  },
};

/** Whether an exchange would be the same under the reading that others show. */
function isVague(one: Sight, sights: readonly Sight[]): boolean {
  if (!hasOption(one, 'reverse_check', 'documented')) return false;
  const methods = (one.at.operation?.reverseCalls ?? []).map(({ method }) => method);
  const isFewer = sights.some((other) => hasOption(other, 'reverse_check', 'fewer'));
  if (isFewer) return !(methods.includes('key') && methods.includes('external_id'));
  return methods.length > 0 && sights.some((other) => hasOption(other, 'reverse_check', 'all'));
}

/** U-55. */
export const signingKeys: Observer = {
  weight: 'breaks',
  observe: (all) =>
    all
      .filter(({ exchange }) => exchange.direction === 'out' && exchange.operation === 'sign')
      .flatMap((seen) => {
        const addresses = member(requestOf(seen), 'address');
        if (!Array.isArray(addresses) || addresses.length === 0) return [];
        return [sight(seen, { multisig_keys: addresses.length === 1 ? 'one-per-kind' : 'both' })];
      }),
};

const spellings: Readonly<Record<string, Profile['header_names']>> = {
  'X-Session-ID': 'as-documented',
  'x-session-id': 'lower',
  'X-SESSION-ID': 'upper',
  'X-Session-Id': 'title',
};

function connectionSights(seen: Seen): readonly Sight[] {
  const { header_names, request } = seen.exchange;
  const names = header_names.request;
  const sights: Sight[] = [];
  const spelled = names.find((name) => name.toLowerCase() === 'x-session-id');
  const spelling = spelled === undefined ? undefined : spellings[spelled];
  if (spelling) sights.push(sight(seen, { header_names: spelling }));
  else if (spelled) sights.push(beyond(seen, `the header ${spelled}`, `заголовок ${spelled}`));
  const connection = request.headers.connection?.toLowerCase();
  if (connection === 'close') sights.push(sight(seen, { connections: 'own' }));
  // Without the header, HTTP/1.1 keeps connections; `host` says that such headers were recorded at all.
  else if (connection === 'keep-alive' || (connection === undefined && request.headers.host !== undefined))
    sights.push(sight(seen, { connections: 'kept' }));
  return sights;
}

/** The question without a number: how DCM connects to the bank. */
export const connections: Observer = {
  weight: 'looks',
  observe: (all) => all.filter(isAuthorization).flatMap(connectionSights),
};
