import { expect, test } from 'vitest';
import type { Operation } from '../../contract/operation.js';
import { operations } from '../../contract/operations/index.js';
import { raw } from '../client.testing.js';
import { coveragePlans } from './coverage-plans.testing.js';
import { type Inhabited, inhabit, returning, type Sent } from './coverage-world.testing.js';

/**
 * What the pages show, sent as it is, is served without a finding, also under the option `strict`. Placeholders are filled
 * in where a page says what belongs there; the other operations are sent what their members say.
 */

type Make = (x: Inhabited, good: Sent) => object;

/** The body of the page on limits, the same for both kinds; `account_type_guid` is the account's, as the page has it. */
const limit: Make = (x) => ({
  account_type_guid: x.one.guid,
  asset_code: 'UAH',
  asset_issuer: x.issuer,
  customer_guid: x.one.customer_guid,
  max: 1,
  period: 'day',
  period_key: 1,
});
const order: Make = (x) => ({
  amount: 1,
  asset_code: 'UAH',
  asset_issuer: x.issuer,
  category_guid: x.row('categories'),
  purpose: 'text',
  receiver_iban: '',
  receiver_id: x.two.guid,
  sender_iban: '',
  sender_id: x.one.guid,
  target_balance: 99,
});

const published: Partial<Record<keyof typeof operations, Make>> = {
  setCustomerAmountLimit: limit,
  setCustomerPaymentLimit: limit,
  createPayment: order,
  createBranchPayment: (x) => {
    const {
      category_guid: _category,
      target_balance: _balance,
      ...rest
    } = order(x, {}) as Record<string, unknown>;
    return { ...rest, sender_id: x.member.guid };
  },
  confirmBranchPayment: (x) => ({ guid: x.branchDraft }),
  submitLogin: (_x, { body }) => ({ csrf_token: '', ...body }),
};

const form = { 'content-type': 'application/x-www-form-urlencoded' };

async function sent(x: Inhabited, operation: Operation, good: Sent) {
  const given: Readonly<Record<string, string>> = { counterparty_guid: x.guid, ...good.params };
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => given[name] ?? 'x');
  const query = new URLSearchParams(
    Object.entries(good.query ?? {}).flatMap(([name, value]) =>
      [value].flat().map((text) => [name, text] as [string, string]),
    ),
  );
  const token =
    good.token ??
    { officer: x.officer, employee: x.session, bank: '', public: '', control: '' }[operation.caller];
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    ...(token && !good.headers?.['cx-authorization'] ? { authorization: `bearer ${token}` } : {}),
    ...good.headers,
    ...(operation.accepts?.[0] === 'form' ? form : {}),
  };
  const body = published[operation.id as keyof typeof operations]?.(x, good) ?? good.body;
  const text =
    operation.accepts?.[0] === 'form'
      ? new URLSearchParams(body as Record<string, string>).toString()
      : JSON.stringify(body);
  const request = raw(x.app, operation.method, `${path}?${query}`, headers);
  return body === undefined ? request : request.send(text);
}

test.each([false, true])(
  'every operation serves it, under strict: %s',
  { timeout: 60_000 },
  async (strict) => {
    const x = await inhabit();
    const anew = await returning(x);
    const otherwise: unknown[] = [];
    for (const operation of Object.values(operations) as readonly Operation[]) {
      const good = (await coveragePlans[operation.id as keyof typeof operations]?.good(x)) ?? {};
      await x.control.updateProfile({ body: { strict } });
      const answer = await sent(x, operation, good);
      const finding = answer.headers['dcm-finding'];
      if (answer.status !== (operation.withoutBody ?? 200) || finding !== undefined)
        otherwise.push([operation.id, answer.status, answer.text, finding]);
      await anew();
    }
    expect(otherwise).toEqual([]);
  },
);
