import { actDuties } from '../act-duties.js';
import { sourced } from '../openapi-marks.js';
import { acts, answerExamples, driverSchemas, ref, requestExamples, schemaName } from './acts.js';

/** The OpenAPI 3.1 document of the driver hook, by which the harness makes a bank act, derived from the contract. */

const introduction = `How \`dcm verify\` makes a bank act (\`driver: { kind: http }\` in bank.yaml): one URL at which a test installation of the bank accepts acts. It is a convention of this project, not of DCM, and no part of a bank in production. A bank needs only the acts for the steps that it wants to verify, and answers 501 to all others.

An act is judged by the requests that DCM sees, and its response by whether it agrees with them. A driver of the kind \`command\` gets the same JSON on its standard input and writes the response to its standard output; having no status, it says \`{"ok":false,"unsupported":true}\` instead of 501.`;

const description =
  'Do what `act` names, and respond when it is done. An act may take as long as `driver.timeout_s` of bank.yaml; respond with 202 at once if it takes longer.';

const refs = acts.map((act) => ref(schemaName(act)));

const operation = () => ({
  operationId: 'act',
  summary: 'The bank does one thing',
  description,
  tags: ['Acts'],
  security: [{}, { actsToken: [] }],
  requestBody: {
    required: true,
    content: {
      'application/json': {
        schema: {
          oneOf: refs,
          discriminator: {
            propertyName: 'act',
            mapping: Object.fromEntries(acts.map((act) => [act, ref(schemaName(act)).$ref])),
          },
        },
        examples: requestExamples(),
      },
    },
  },
  responses: {
    200: {
      description:
        'Done, or not: `ok` says which. If DCM refuses what the act orders, that is no failure of the hook: respond with this status and `ok: false`.',
      content: { 'application/json': { schema: ref('ActAnswer'), examples: answerExamples() } },
    },
    202: {
      description: 'Started. The harness then watches for the requests at DCM. A body is not read.',
    },
    401: {
      description: '`driver.token` of bank.yaml is not the one of this hook. The run ends with an error.',
    },
    501: { description: 'The bank does not support this act. What needs it is not verified.' },
    default: { description: 'A failure of the hook itself: what needs this act is an error in the report.' },
  },
  'x-acts': Object.fromEntries(
    acts.map((act) => {
      const { sees, tells, steps, without, only } = actDuties[act];
      return [act, { sees, tells, steps, without, ...(only === undefined ? {} : { only }) }];
    }),
  ),
  ...sourced('A'),
});

export const driverApi = (): object => ({
  openapi: '3.1.0',
  info: {
    title: 'The driver hook of a bank',
    version: '1',
    description: introduction,
    license: { name: 'Internal use', identifier: 'UNLICENSED' },
  },
  servers: [
    {
      url: 'http://127.0.0.1:8080',
      description: 'the test installation of the bank: `driver.url` of bank.yaml without its path',
    },
  ],
  tags: [{ name: 'Acts', description: 'What the bank is asked to do' }],
  security: [],
  // bank.yaml has the whole URL, so the path is the bank's choice.
  paths: { '/dcm-acts': { post: operation() } },
  components: {
    securitySchemes: {
      actsToken: {
        type: 'http',
        scheme: 'bearer',
        description: '`driver.token` of bank.yaml, if it is given',
      },
    },
    schemas: driverSchemas(),
  },
});
