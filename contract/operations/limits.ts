import { z } from 'zod';
import { noUuid } from '../errors.js';
import { operation, table } from '../operation.js';
import { empty, guid, hryvnias, ofCounterparty } from '../schemas.js';

/** Limits of outgoing transfers (LIM): of one customer, or of all customers of a segment. */

/** Periods (U-35): rolling windows that end now; `custom` has its days in `period_key`. */
export const periods = ['day', 'week', 'month', 'year', 'custom'] as const;
export type Period = (typeof periods)[number];

const base = '/api/v1/counterparty/{counterparty_guid}/limits';
const scope = 'limits';

const asset = { asset_code: z.string(), asset_issuer: z.string() };
const customer = { account_type_guid: z.string(), ...asset, customer_guid: guid };
const segment = { account_type_guid: z.string(), ...asset, segment_name: z.string() };
const windows = {
  period: z.record(z.string(), z.object({ max: hryvnias, period_key: z.int() })),
};
const bounds = { max: hryvnias, min: hryvnias };

/** Bodies accept the members of both kinds; those that do not apply are findings (U-33). */
const values = {
  account_type_guid: z.string().optional(),
  asset_code: z.string().optional(),
  asset_issuer: z.string().optional(),
  max: z.number().optional(),
  min: z.number().optional(),
  period: z.enum(periods).optional(),
  period_key: z.int().optional(),
};
const ofCustomer = z.object({ ...values, customer_guid: z.string().optional() });
const ofSegment = z.object({ ...values, segment_name: z.string().optional() });
/** Refusals of operations that set a limit. */
const unsuitable = ['asset-not-found', 'invalid-amount', 'not-found', ...noUuid] as const;
const asked = z.object({ customer_guid: z.string().optional() });

const getCustomerAmountLimit = operation({
  id: 'getCustomerAmountLimit',
  method: 'GET',
  path: `${base}/customer/amount`,
  summary: 'Maximum of all transfers in a period, for each customer',
  caller: 'employee',
  permission: { scope, reach: 'branch' },
  source: 'D LIM',
  params: ofCounterparty,
  query: asked,
  answer: z.object({
    columns: z.array(z.object({ ...customer, ...windows }).or(z.object({ ...customer, ...bounds }))),
  }),
  refuses: noUuid,
});

const setCustomerAmountLimit = operation({
  id: 'setCustomerAmountLimit',
  method: 'POST',
  path: `${base}/customer/amount`,
  summary: 'Sets the maximum of all transfers of a customer in a period',
  caller: 'employee',
  permission: { scope, reach: 'branch' },
  source: 'D LIM',
  params: ofCounterparty,
  body: ofCustomer,
  answer: empty,
  withoutBody: 200,
  assumed: { 'body.min': 'A' },
  required: ['customer_guid', 'max', 'period'],
  refuses: unsuitable,
});

const getCustomerPaymentLimit = operation({
  id: 'getCustomerPaymentLimit',
  method: 'GET',
  path: `${base}/customer/payment`,
  summary: 'Bounds of one transfer, for each customer',
  caller: 'employee',
  permission: { scope, reach: 'branch' },
  source: 'D LIM',
  params: ofCounterparty,
  query: asked,
  answer: z.object({
    columns: z.array(z.object({ ...customer, ...bounds }).or(z.object({ ...customer, ...windows }))),
  }),
  refuses: noUuid,
});

const setCustomerPaymentLimit = operation({
  id: 'setCustomerPaymentLimit',
  method: 'POST',
  path: `${base}/customer/payment`,
  summary: 'Sets the bounds of one transfer of a customer',
  caller: 'employee',
  permission: { scope, reach: 'branch' },
  source: 'D LIM',
  params: ofCounterparty,
  body: ofCustomer,
  answer: empty,
  withoutBody: 200,
  assumed: { 'body.min': 'A' },
  required: ['customer_guid'],
  refuses: unsuitable,
});

const getSegmentPaymentLimits = operation({
  id: 'getSegmentPaymentLimits',
  method: 'GET',
  path: `${base}/segment/payment`,
  summary: 'Bounds of one transfer, for each segment',
  caller: 'employee',
  permission: { scope, reach: 'common' },
  source: 'D LIM',
  pathSource: 'A',
  params: ofCounterparty,
  answer: z.object({
    columns: z.array(z.object({ ...segment, ...bounds }).or(z.object({ ...segment, ...windows }))),
  }),
  assumed: { answer: 'A' },
});

const setSegmentPaymentLimit = operation({
  id: 'setSegmentPaymentLimit',
  method: 'POST',
  path: `${base}/segment/payment`,
  summary: 'Sets the bounds of one transfer in a segment',
  caller: 'employee',
  permission: { scope, reach: 'common' },
  source: 'D LIM',
  pathSource: 'A',
  params: ofCounterparty,
  body: ofSegment,
  answer: empty,
  withoutBody: 200,
  assumed: { body: 'A' },
  required: ['segment_name'],
  refuses: unsuitable,
});

const getSegmentAmountLimits = operation({
  id: 'getSegmentAmountLimits',
  method: 'GET',
  path: `${base}/segment/amount`,
  summary: 'Maximum of all transfers in a period, for each segment',
  caller: 'employee',
  permission: { scope, reach: 'common' },
  source: 'D LIM',
  pathSource: 'A',
  params: ofCounterparty,
  answer: z.object({
    columns: z.array(z.object({ ...segment, ...windows }).or(z.object({ ...segment, ...bounds }))),
  }),
  assumed: { answer: 'A' },
});

const setSegmentAmountLimit = operation({
  id: 'setSegmentAmountLimit',
  method: 'POST',
  path: `${base}/segment/amount`,
  summary: 'Sets the maximum of all transfers of a customer of a segment in a period',
  caller: 'employee',
  permission: { scope, reach: 'common' },
  source: 'D LIM',
  pathSource: 'A',
  params: ofCounterparty,
  body: ofSegment,
  answer: empty,
  withoutBody: 200,
  assumed: { body: 'A' },
  required: ['max', 'period', 'segment_name'],
  refuses: unsuitable,
});

export const limitOperations = table(
  getCustomerAmountLimit,
  setCustomerAmountLimit,
  getCustomerPaymentLimit,
  setCustomerPaymentLimit,
  getSegmentPaymentLimits,
  setSegmentPaymentLimit,
  getSegmentAmountLimits,
  setSegmentAmountLimit,
);
