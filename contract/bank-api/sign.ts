import { sourced } from '../openapi-marks.js';
import { defaultProfile } from '../profile/index.js';
import { signExamples } from './examples.js';
import { xRules } from './rules.js';
import { ref } from './schemas.js';

/** `POST /sign` (MS). */

const json = (schema: Parameters<typeof ref>[0], name: string, value: object) => ({
  'application/json': { schema: ref(schema), examples: { [name]: { value } } },
});

const refused = (description: string) => ({ description, content: json('Refusal', 'refused', {}) });

const { sign_timeout_ms, sign_retry_s } = defaultProfile;

export const signOperation = () => ({
  operationId: 'signTransfer',
  summary: 'Adds the signature of the bank to the envelope of a transfer',
  description:
    'Only with multisignature. Decode the envelope, take `payment_guid` from its manageData operation, read that transfer with getPayment, compare, and sign the hash of the transaction with the key of the listed address. DCM shows no credentials here: only the transfer that the bank reads at DCM says whether the request is true, so a refusal tells nothing about it.',
  tags: ['Multisignature'],
  security: [],
  requestBody: { required: true, content: json('SignRequest', 'documentedEnvelope', signExamples.request) },
  responses: {
    200: {
      description: 'Signed. DCM adds its own signatures and posts the transfer.',
      content: json('Signed', 'signed', signExamples.response),
    },
    400: refused(
      'The envelope cannot be read. The transfer is stopped: it stays a draft, and no money moves.',
    ),
    401: refused('The bank has the key of none of the addresses. The transfer is stopped.'),
    404: refused(
      `The bank does not find the transfer at DCM yet. DCM asks again up to ${sign_retry_s.length} times (here after ${sign_retry_s.join(', ')} s), then stops the transfer.`,
    ),
    default: {
      ...refused(
        `Any other status, an envelope that is not the same or not signed by the expected key, or no response within ${sign_timeout_ms / 1000} s: the transfer is stopped at once.`,
      ),
      ...sourced('A'),
    },
  },
  'x-time-limit-ms': sign_timeout_ms,
  'x-time-limit-provenance': 'A',
  ...sourced('D MS'),
  ...xRules('sign'),
});
