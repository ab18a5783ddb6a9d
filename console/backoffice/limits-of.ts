import { customersOf } from './own-entities.js';
import { dcm } from './site.js';

/** The limits of a bank, read from the four lists of DCM. */

interface Subject {
  readonly customer_guid?: string;
  readonly segment_name?: string;
}

/** A bound that is not set is 0. */
interface Bounds extends Subject {
  readonly max: number;
  readonly min: number;
}

interface Windows extends Subject {
  readonly period: Readonly<Record<string, { readonly max: number; readonly period_key: number }>>;
}

const hasPeriods = (column: Bounds | Windows): column is Windows => 'period' in column;

/** Whose limit it is, as the value of a choice: the kind and the guid or name. */
const subjectOf = ({ customer_guid, segment_name = '' }: Subject): string =>
  customer_guid === undefined ? `segment ${segment_name}` : `customer ${customer_guid}`;

/** The members of a request that name whose limit it is. */
export const namedBy = (subject: string): Subject => {
  const [kind, name = ''] = subject.split(' ');
  return kind === 'segment' ? { segment_name: name } : { customer_guid: name };
};

/** All limits, with those who can have one. */
export async function limitsOf(counterparty_guid: string) {
  const params = { counterparty_guid };
  const [customers, segments, ...lists] = await Promise.all([
    customersOf(counterparty_guid),
    dcm.getSegments({ params }),
    dcm.getCustomerPaymentLimit({ params }),
    dcm.getSegmentPaymentLimits({ params }),
    dcm.getCustomerAmountLimit({ params }),
    dcm.getSegmentAmountLimits({ params }),
  ]);
  // Which of the lists has which kind is an open question, so each column tells it.
  const columns = lists.flatMap((list): (Bounds | Windows)[] => list.columns);
  const bounds = columns.flatMap((column) =>
    hasPeriods(column) ? [] : [{ subject: subjectOf(column), max: column.max, min: column.min }],
  );
  const windows = columns.flatMap((column) =>
    hasPeriods(column)
      ? Object.entries(column.period).map(([period, { max, period_key }]) => ({
          subject: subjectOf(column),
          period,
          max,
          days: period_key,
        }))
      : [],
  );
  return {
    bounds,
    windows,
    customers: customers.map(({ customer_guid, login }) => ({ guid: customer_guid, login })),
    segments: segments.flatMap((all) => Object.keys(all.segments)),
  };
}

export type Limits = Awaited<ReturnType<typeof limitsOf>>;
