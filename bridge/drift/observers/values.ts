import { amountMembers, dateMembers } from '../../../contract/answer-members.js';
import { defaultProfile, type Profile } from '../../../contract/profile/index.js';
import { jsonOf } from '../../../mock-server/api/answer-forms.js';
import { beyond, type Observer, type Sight, sight } from '../observer.js';
import { isMark, isObject, isServed, member, responseOf, type Seen, served } from '../seen.js';

/** Observers of how DCM writes guids, amounts and dates. */

/** Every member of a body at any depth; what a bank has registered itself is left out. */
function* membersOf(value: unknown): Iterable<readonly [name: string, value: unknown]> {
  if (Array.isArray(value)) for (const item of value) yield* membersOf(item);
  if (!isObject(value)) return;
  for (const [name, item] of Object.entries(value)) {
    if (name === 'data') continue;
    yield [name, item];
    yield* membersOf(item);
  }
}

/** Transfers in responses. */
function paymentsIn(all: readonly Seen[]): readonly (readonly [Seen, unknown])[] {
  return served(all, 'getPayment', 'listPayments').flatMap((seen) => {
    const list = member(responseOf(seen), 'payments');
    const payments: readonly unknown[] = Array.isArray(list) ? list : [responseOf(seen)];
    return payments.filter(isObject).map((payment) => [seen, payment] as const);
  });
}

/** Where the version stands in a UUID. */
const versionAt = 14;

function guidSight(seen: Seen, guid: unknown): readonly Sight[] {
  if (typeof guid !== 'string' || isMark(guid) || guid.length <= versionAt) return [];
  const version = guid.charAt(versionAt);
  if (version === '4' || version === '1') return [sight(seen, { payment_guid: `v${version}` })];
  return [beyond(seen, `version ${version}`, `версія ${version}`)];
}

/** U-53. */
export const paymentGuid: Observer = {
  weight: 'looks',
  observe: (all) => [
    ...served(all, 'createPayment').flatMap((seen) => guidSight(seen, member(responseOf(seen), 'guid'))),
    ...paymentsIn(all).flatMap(([seen, payment]) => guidSight(seen, member(payment, 'guid'))),
  ],
};

/** U-48. */
export const fee: Observer = {
  weight: 'behaves',
  observe: (all) =>
    paymentsIn(all).flatMap(([seen, payment]) => {
      const shown = member(payment, 'fee');
      // What DCM transfers itself, when it creates or deletes identifiers, costs nothing.
      const ends = ['sender', 'receiver'].map((end) => member(payment, `${end}_account_account_kind`));
      const isOfBank = !ends.includes('root');
      return isOfBank && typeof shown === 'number' ? [sight(seen, { fee: shown })] : [];
    }),
};

const dateForms: readonly (readonly [RegExp, Profile['dates']])[] = [
  [/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, 'milliseconds'],
  [/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, 'seconds'],
  [/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$/, 'offset'],
];
const day = /^\d{4}-\d\d-\d\d$/;

function dateSights(seen: Seen): readonly Sight[] {
  const sights = new Map<string, Sight>();
  for (const [name, value] of membersOf(responseOf(seen))) {
    if (!dateMembers.has(name) || typeof value !== 'string' || value === '' || day.test(value)) continue;
    if (isMark(value)) continue;
    const form = dateForms.find(([pattern]) => pattern.test(value))?.[1];
    if (form) sights.set(form, sight(seen, { dates: form }));
    else sights.set('', beyond(seen, `a date such as ${value}`, `дата на зразок ${value}`));
  }
  return [...sights.values()];
}

const isOfDcm = ({ operation }: Seen): boolean =>
  operation !== undefined && operation.caller !== 'control' && !operation.path.startsWith('/kratos/');

/** U-62. */
export const dates: Observer = {
  weight: 'behaves',
  observe: (all) => all.filter((seen) => isServed(seen) && isOfDcm(seen)).flatMap(dateSights),
};

/** Bytes of a body as it was sent; undefined if they do not tell how its numbers were written. */
function bytesOf({ exchange: { response } }: Seen): number | undefined {
  const length = Number(response.headers['content-length'] ?? Number.NaN);
  const coded = response.headers['content-encoding'] ?? 'identity';
  if (!Number.isInteger(length) || coded !== 'identity' || response.shortened) return undefined;
  for (const [, value] of membersOf(response.body)) if (isMark(value)) return undefined;
  return JSON.stringify(response.body).includes('[redacted') ? undefined : length;
}

const written = (seen: Seen, amounts: Profile['amounts']): number =>
  Buffer.byteLength(jsonOf(responseOf(seen), seen.operation, { ...defaultProfile, amounts }));

const hasAmounts = (seen: Seen): boolean =>
  [...membersOf(responseOf(seen))].some(
    ([name, value]) => amountMembers.has(name) && typeof value === 'number',
  );

/**
 * U-25: JSON that was parsed has forgotten how its numbers were written, but its length has not. What a server puts
 * around every body, such as a line end, is known from bodies whose numbers can only be written in one way.
 */
export const amounts: Observer = {
  weight: 'looks',
  observe: (all) => {
    const measured = all
      .filter((seen) => isServed(seen) && isOfDcm(seen) && isObject(responseOf(seen)))
      .flatMap((seen) => {
        const bytes = bytesOf(seen);
        const [short, long] = [written(seen, 'number'), written(seen, 'two-places')];
        return bytes === undefined ? [] : [{ seen, bytes, short, long }];
      });
    const around = new Set(
      measured.filter(({ short, long }) => short === long).map(({ bytes, short }) => bytes - short),
    );
    const [more] = around;
    if (more === undefined || around.size > 1) return [];
    return measured
      .filter(({ seen, short, long }) => short !== long && hasAmounts(seen))
      .flatMap(({ seen, bytes, short, long }) => {
        if (bytes - more === short) return [sight(seen, { amounts: 'number' })];
        return bytes - more === long ? [sight(seen, { amounts: 'two-places' })] : [];
      });
  },
};
