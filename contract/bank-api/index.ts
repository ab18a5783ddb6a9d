import {
  type AuthorizationMethod,
  authorizationAnswers,
  callbackKinds,
  callbackPath,
} from '../bank-service.js';
import { authorizationOperation } from './authorization.js';
import { callbackOperation } from './callbacks.js';
import { xRules } from './rules.js';
import { bankSchemas } from './schemas.js';
import { signOperation } from './sign.js';
import { tokenScheme } from './token.js';

/** The OpenAPI 3.1 document of what a bank serves and DCM calls, derived from the contract. */

/** An example of a URL that the bank reports at onboarding; bank.yaml has it under this name. */
const server = (name: string, url: string, what: string) => [
  { url, description: `${what}: \`bank.${name}\` of bank.yaml` },
];

const servers = {
  auth: server('auth_url', 'https://auth.bank1.test', 'the authorization service'),
  sign: server('sign_url', 'https://sign.bank1.test', 'the service that signs'),
  callback: server('callback_url', 'https://api.bank1.test', 'the callback host'),
};

const secretsText = `How an officer of the bank creates secrets is the bank's own matter: DCM has no endpoint for it and calls none, so there is no operation here. What has to come out of it:

- Before the entities of the bank are created (step 10), /key knows the two key keepers, one for identification and one for processing, with two different secrets.
- Before a customer is created at DCM (step 15), /user_auth knows the customer's login, external id and secret. One secret serves all entities of a customer.
- A secret is served as soon as the officer has created it, and not before.
- It is random, never changes, is shown to nobody but DCM, and is in no log.
- The harness orders secrets with the act \`create-secrets\` of the driver hook, if the bank offers it.`;

const introduction = `What a bank builds so that DCM can call it. \`/user_auth\`, \`/key\` and \`/external_id\` are needed by every bank, \`/sign\` only with multisignature, the callbacks only if the bank wants them. Paths are relative to the URLs that the bank reports at onboarding.

Each part has \`x-provenance\`: D documented, O older or sibling documentation, X evidence from elsewhere, A assumed by this project. \`x-rules\` names the rules that check an operation. Time limits other than the one of the authorization service are options of the mock.`;

export function bankApi(): object {
  const methods = Object.keys(authorizationAnswers) as AuthorizationMethod[];
  return {
    openapi: '3.1.0',
    info: {
      title: 'What a bank serves and DCM calls',
      version: '1',
      description: introduction,
      license: { name: 'Internal use', identifier: 'UNLICENSED' },
    },
    servers: servers.auth,
    tags: [
      { name: 'Authorization service', description: 'DCM asks while an operation waits (reverse calls).' },
      { name: 'Multisignature', description: 'DCM asks for the signature of the bank on each transfer.' },
      { name: 'Callbacks', description: 'DCM reports a change of balance.' },
      { name: 'Secrets', description: secretsText, ...xRules('secrets') },
    ],
    security: [],
    paths: {
      ...Object.fromEntries(methods.map((method) => [`/${method}`, { get: authorizationOperation(method) }])),
      '/sign': { servers: servers.sign, post: signOperation() },
      ...Object.fromEntries(
        callbackKinds.map((kind) => [
          callbackPath(kind),
          { servers: servers.callback, post: callbackOperation(kind) },
        ]),
      ),
    },
    components: { securitySchemes: { dcmToken: tokenScheme() }, schemas: bankSchemas() },
  };
}
