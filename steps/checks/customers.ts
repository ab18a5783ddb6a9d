import type { NewCustomer } from '../../contract/driver.js';
import { type Exchange, member } from '../exchange.js';
import { type Check, check, expect } from './check.js';

/** What the bank says of its customers. */

/** Members of an answer, each with what an act has ordered under it; the e-mail address may be the login. */
const ordered = { first_name: 'name', last_name: 'surname', phone: 'phone_number', email: 'login' } as const;

const members = Object.keys(ordered) as (keyof typeof ordered)[];

/** No member of an answer about a customer is that of another one; it may be the same for both, or anything else. */
export const notOfAnother: Check<{
  readonly seen: Exchange;
  readonly own: NewCustomer;
  readonly others: readonly NewCustomer[];
}> = check('CUSTOMER-06', 'says nothing of another customer', ({ seen, own, others }) => {
  const wrong = members.flatMap((name) => {
    const said = member(seen, name);
    if (typeof said !== 'string' || said === '' || said === own[ordered[name]]) return [];
    const other = others.find((one) => one[ordered[name]] === said);
    return other ? [`${name} ${said} is that of ${other.login}`] : [];
  });
  return expect(wrong.length === 0, `nothing of another customer in the response about ${own.login}`, () =>
    wrong.join(', '),
  );
});
