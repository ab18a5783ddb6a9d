import { amountMembers, dateMembers } from '../../contract/answer-members.js';
import { hasOpenTotal } from '../../contract/open-answers.js';
import type { Operation } from '../../contract/operation.js';
import { accountPages } from '../../contract/operations/entities.js';
import type { Profile } from '../../contract/profile/index.js';
import { minorUnit } from '../domain/money.js';

/** The forms of lists, dates and amounts in DCM's responses that an option selects (U-25, U-26, U-61, U-62). */

type Json = Readonly<Record<string, unknown>>;
type Change = (name: string, value: unknown) => unknown;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** What a bank has registered itself is shown as it is. */
const verbatim = 'data';

function changed(value: unknown, change: Change): unknown {
  if (Array.isArray(value)) return value.map((item) => changed(item, change));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      name === verbatim ? item : change(name, changed(item, change)),
    ]),
  );
}

const stamp = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\.\d{3}Z$/;
const offsetHours = 2;

function withOffset(date: string): string {
  const local = new Date(Date.parse(date) + offsetHours * 3_600_000).toISOString();
  // The last hours of the year 9999 have no other form.
  return stamp.test(local) ? local.replace('Z', `+0${offsetHours}:00`) : date;
}

const dateForms: { readonly [Form in Profile['dates']]?: (date: string) => string } = {
  seconds: (date) => date.replace(stamp, '$1Z'),
  offset: withOffset,
};

function withTotal(body: unknown, form: Profile['total']): unknown {
  if (Array.isArray(body)) return body.map((page) => withTotal(page, form));
  if (!isObject(body) || !('total' in body)) return body;
  const { total, ...rest } = body;
  return form === 'text' ? { ...body, total: String(total) } : rest;
}

/** The entities without what is around them, as in the oldest guide (U-26). */
const bareAccounts = (pages: unknown): unknown =>
  Array.isArray(pages) ? pages.flatMap((page) => (isObject(page) ? page.accounts : [])) : pages;

/** The control API is this project's own, and what Kratos says is published by Ory. */
const isFixed = ({ caller, path }: Operation): boolean => caller === 'control' || path.startsWith('/kratos/');

/** A body in the forms that the options select; the same body under the default ones. */
export function inForms(
  body: unknown,
  operation: Operation,
  { accounts_list, dates, total }: Profile,
): unknown {
  if (isFixed(operation)) return body;
  const form = dateForms[dates];
  const dated =
    form === undefined
      ? body
      : changed(body, (name, value) =>
          dateMembers.has(name) && typeof value === 'string' && stamp.test(value) ? form(value) : value,
        );
  if (accounts_list === 'renamed' && operation.answer === accountPages) return bareAccounts(dated);
  return total !== 'number' && hasOpenTotal(operation) ? withTotal(dated, total) : dated;
}

/** No text from outside has this character: it cannot be displayed, and is refused. */
const mark = '\u0000amount ';
const marked = /"\\u0000amount ([-+.e\d]+)"/g;

const twoPlaces = (amount: number): string => {
  const text = String(amount);
  const [, fraction = ''] = text.split('.');
  return text.includes('e') || fraction.length >= minorUnit ? text : amount.toFixed(minorUnit);
};

/** As JSON, with amounts of two decimal places, or more if they need them: no number says that by itself. */
const jsonWithPlaces = (body: unknown): string =>
  JSON.stringify(body, (name, value: unknown) =>
    typeof value === 'number' && amountMembers.has(name) ? `${mark}${twoPlaces(value)}` : value,
  ).replaceAll(marked, '$1');

/** A body as JSON, its amounts in the form that the option selects. */
export const jsonOf = (body: unknown, operation: Operation | undefined, { amounts }: Profile): string =>
  amounts === 'number' || !operation || isFixed(operation) ? JSON.stringify(body) : jsonWithPlaces(body);
