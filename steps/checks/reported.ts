import { isSame } from '../../contract/same.js';
import { type Check, check, expect } from './check.js';

/** Guids that an act returned, if it did: they are those that DCM gave. */

interface Told {
  readonly customer_guid?: string | undefined;
  readonly account_guid?: string | undefined;
}

/** The guids that an act returned, if it did, are those in DCM's response. */
export const guidsReported: Check<{ readonly made: unknown; readonly told: Told | undefined }> = check(
  'CUSTOMER-07',
  'returns the guids of DCM',
  ({ made, told }) => {
    const wanted = {
      customer_guid: Reflect.get(Object(made), 'customer_guid'),
      account_guid: Reflect.get(Object(made), 'guid'),
    };
    const wrong = (['customer_guid', 'account_guid'] as const).filter(
      (name) => told?.[name] !== undefined && !isSame(told[name], wanted[name]),
    );
    return expect(wrong.length === 0, wrong.map((name) => `${name} ${wanted[name]}`).join(', '), () =>
      wrong.map((name) => `${name} ${told?.[name]}`).join(', '),
    );
  },
);

export const draftReported: Check<{ readonly guid: string; readonly told: string | undefined }> = check(
  'TRANSFER-14',
  'returns the guid of DCM',
  ({ guid, told }) =>
    expect(told === undefined || isSame(told, guid), `payment_guid ${guid}`, () => `payment_guid ${told}`),
);
