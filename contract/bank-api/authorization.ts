import { type AuthorizationMethod, authorizationLimitMs } from '../bank-service.js';
import { errorCatalogue } from '../errors.js';
import { sourced } from '../openapi-marks.js';
import { authorizationExamples } from './examples.js';
import { xRules } from './rules.js';
import { ref } from './schemas.js';
import { tokenParameter } from './token.js';

/** The three methods of the authorization service (BAUTH). */

const seconds = authorizationLimitMs / 1000;

const texts = {
  user_auth: {
    id: 'getUserAuth',
    schema: 'UserAuth',
    summary: 'The data and the secret of the user whose login is in the token',
    text: 'Asked before DCM creates a customer. Look up the user by the login in `obj`. The external id has 1 to 500 characters and may be the login itself.',
  },
  key: {
    id: 'getKey',
    schema: 'Key',
    summary: 'The secret of the user whose external id is in the token',
    text: 'Asked whenever DCM needs the seed of a digital entity. Look up the user by the external id in `obj`: a customer or one of the two key keepers. When officers of DCM create the two entities of the bank (step 10), the claims are those of createCounterparty.',
  },
  external_id: {
    id: 'getExternalId',
    schema: 'ExternalId',
    summary: 'Says that the user whose external id is in the token is known, and that the subject may act',
    text: 'Asked before an operation of a known user. Return the external id that is in `obj`. With the option `reverse_check: all` of the mock, every other operation that writes asks this, too.',
  },
} as const;

const declined = errorCatalogue.declined;
const failed = errorCatalogue['bank-failed'];

const refused = (description: string) => ({
  description,
  content: {
    'application/json': {
      schema: ref('Refusal'),
      examples: { refused: { value: { error: 'not permitted' } } },
    },
  },
});

export function authorizationOperation(method: AuthorizationMethod) {
  const { id, schema, summary, text } = texts[method];
  return {
    operationId: id,
    summary,
    description: `${text}\n\nRespond within ${seconds} second: DCM's own operation waits for it. Check first the signature of the token by \`kid\`, then \`exp\`, then whether the subject (\`sub\`) may act on the object (\`obj\`), and refuse with 401 whatever does not hold.`,
    tags: ['Authorization service'],
    security: [{ dcmToken: [] }],
    parameters: [tokenParameter(method)],
    responses: {
      200: {
        description: 'Permitted. DCM goes on with its operation.',
        content: {
          'application/json': {
            schema: ref(schema),
            examples: { documented: { value: authorizationExamples[method] } },
          },
        },
      },
      401: refused(
        `Not permitted: no token, a token that is not valid, a subject that may not act, or an object that the bank does not know. DCM refuses its operation with ${declined.status} (\`DCM-Reason: ${declined.reason}\`), and nothing has happened.`,
      ),
      default: {
        ...refused(
          `Any other status, a body of another form, or no response within ${seconds} second: DCM refuses its operation with ${failed.status} \`${failed.message}\` and does not ask again.`,
        ),
        ...sourced('A'),
      },
    },
    'x-time-limit-ms': authorizationLimitMs,
    ...sourced('D BAUTH'),
    ...xRules(method),
  };
}
