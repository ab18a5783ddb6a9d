import type { CallbackKind } from '../bank-service.js';
import { sourced } from '../openapi-marks.js';
import { defaultProfile } from '../profile/index.js';
import { callbackExample } from './examples.js';
import { xRules } from './rules.js';
import { ref } from './schemas.js';

/** The callbacks (CB). */

const texts: Readonly<Record<CallbackKind, { readonly id: string; readonly summary: string }>> = {
  'pay-in': {
    id: 'notifyPayIn',
    summary: 'A transfer from another bank has arrived: to the bank of the receiver',
  },
  'pay-out': { id: 'notifyPayOut', summary: 'A transfer to another bank is done: to the bank of the sender' },
  transfer: { id: 'notifyTransfer', summary: 'A transfer within the bank is done' },
};

const { callback_timeout_ms, callback_retry_s } = defaultProfile;
const again = `is sent again after ${callback_retry_s.join(', ')} s`;

export const callbackOperation = (kind: CallbackKind) => ({
  operationId: texts[kind].id,
  summary: texts[kind].summary,
  description:
    'Optional. Respond as soon as the callback is stored, then read the transfer by its guid with getPayment: the callback has neither credentials nor an amount, so record only what DCM says. It may come more than once.',
  tags: ['Callbacks'],
  security: [],
  requestBody: {
    required: true,
    content: {
      'application/json': { schema: ref('Notice'), examples: { documented: { value: callbackExample } } },
    },
  },
  responses: {
    200: { description: 'Received, also if it has come before. A body is not read.' },
    404: {
      description: `DCM does not know this transaction. A callback that DCM itself has sent ${again}.`,
      ...sourced('A'),
    },
    default: {
      description: `Anything but 200, or no response within ${callback_timeout_ms / 1000} s: the callback ${again}, then given up. The transfer stays as it is.`,
      ...sourced('A'),
    },
  },
  'x-time-limit-ms': callback_timeout_ms,
  'x-time-limit-provenance': 'A',
  ...sourced('D CB'),
  ...xRules('callback'),
});
