import { type ActDuty, actDuties } from '../act-duties.js';
import { type Act, type ActRequest, actAnswer, actInputs, actRequest, dcmBlock } from '../driver.js';
import { type Json, schemaOf } from '../openapi-schema.js';
import { actExamples, dcmExample } from './examples.js';

/** The acts as schemas, named after them: `transfer` becomes `TransferAct` and `TransferInput`. */

export const acts = Object.keys(actInputs) as Act[];

const pascal = (act: Act) => act.replaceAll(/(?:^|-)(\w)/g, (_all, letter: string) => letter.toUpperCase());

export const schemaName = (act: Act) => `${pascal(act)}Act`;

export const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

const duty = ({ duty, sees, tells, without, only }: ActDuty): string =>
  [
    duty,
    `DCM sees: ${sees || 'no request'}. Output: ${tells || 'none'}.`,
    `${only === undefined ? '' : `Only with ${only}. `}If the bank answers 501: ${without}.`,
  ].join('\n\n');

const properties = (schema: Json) => schema.properties as Record<string, Json>;

function requestSchema(act: Act): Json {
  const { id } = properties(schemaOf(actRequest, 'input'));
  return {
    type: 'object',
    description: duty(actDuties[act]),
    properties: {
      act: { type: 'string', const: act },
      id: {
        ...id,
        description:
          'Unique across all runs. If it comes again, give the first response again and do not act twice.',
      },
      dcm: ref('Dcm'),
      input: ref(`${pascal(act)}Input`),
    },
    required: ['act', 'id', 'dcm', 'input'],
  };
}

/** Members of the output by the acts that return them, as the duties say. */
const outputTexts: Readonly<Record<string, string>> = {
  payment_guid: 'transfer, create-payment: the guid of the draft',
  customers: 'create-customers: what DCM returned',
  users: 'create-secrets: the external ids, if the bank chooses its own',
  token: 'mint-token: the token',
};

function answerSchema(): Json {
  const answer = schemaOf(actAnswer, 'input');
  const { ok, output = {}, error } = properties(answer);
  const members = Object.entries(properties(output)).map(([name, one]) => [
    name,
    { ...one, ...(outputTexts[name] ? { description: outputTexts[name] } : {}) },
  ]);
  return {
    type: 'object',
    properties: {
      ok: {
        ...ok,
        description: 'Whether the act is done. false: DCM refused it, or the bank could not do it.',
      },
      output: {
        ...output,
        properties: Object.fromEntries(members),
        description:
          'What the harness reads; read-payment returns what was read. Every member may be left out.',
      },
      error: { ...error, description: 'Why not, in a sentence for people.' },
    },
    required: ['ok'],
  };
}

export const driverSchemas = (): Record<string, Json> => ({
  Dcm: {
    ...schemaOf(dcmBlock, 'input'),
    description: 'What the bank needs to call DCM. It comes with every act, and is the one to use.',
  },
  ...Object.fromEntries(
    acts.flatMap((act) => [
      [schemaName(act), requestSchema(act)],
      [`${pascal(act)}Input`, schemaOf(actInputs[act], 'input')],
    ]),
  ),
  ActAnswer: answerSchema(),
});

/** An example of each act, by its name. */
export const requestExamples = () =>
  Object.fromEntries(
    acts.map((act, index) => {
      const value: ActRequest = {
        act,
        id: `7c0f2e6a-${String(index + 1).padStart(4, '0')}`,
        dcm: dcmExample,
        input: actExamples[act].input,
      };
      return [act, { summary: actDuties[act].duty, value }];
    }),
  );

export const answerExamples = () =>
  Object.fromEntries([
    ...acts.map((act) => {
      const { output } = actExamples[act];
      return [act, { value: { ok: true, ...(output ? { output } : {}) } }];
    }),
    ['refused', { value: { ok: false, error: 'createPayment: HTTP 400: insufficient balance' } }],
  ]);
