import type { z } from 'zod';
import { authorizationAnswers, callbackBody, signAnswer, signRequest } from '../bank-service.js';
import { sourced } from '../openapi-marks.js';
import { type Json, schemaOf } from '../openapi-schema.js';
import type { Source } from '../provenance.js';

/** Bodies of the bank's operations as the bank should send them: what DCM only puts up with, such as null, is left out. */

const says: Readonly<Record<string, string>> = {
  external_id: "The bank's id for the user: unique, never changed, compared exactly.",
  key: 'The secret of the user. It opens the seed of the digital entity, so it is the same in every response.',
  first_name: 'Omit it if there is none.',
  last_name: 'Omit it if there is none.',
  email: 'Omit it if there is none.',
  phone: 'Omit it if there is none.',
  transaction_id: 'The guid of the transfer, to be read with getPayment.',
};

const withoutNull = ({ type, ...rest }: Json): Json => ({
  type: Array.isArray(type) ? type.find((one) => one !== 'null') : type,
  ...rest,
});

function body(source: Source, schema: z.ZodType, texts = says): Json {
  const made = schemaOf(schema, 'input');
  const properties = Object.entries(made.properties as Record<string, Json>).map(([name, one]) => [
    name,
    { ...withoutNull(one), ...(texts[name] ? { description: texts[name] } : {}) },
  ]);
  return { ...made, properties: Object.fromEntries(properties), ...sourced(source) };
}

const refusal = {
  type: 'object',
  properties: { error: { type: 'string', description: 'A sentence for people; DCM does not read it.' } },
  description: 'The body of a refusal is not published. It has no secret and no member `key`.',
  ...sourced('A'),
};

export const bankSchemas = () => ({
  UserAuth: body('D BAUTH', authorizationAnswers.user_auth),
  Key: body('D BAUTH', authorizationAnswers.key),
  ExternalId: body('D BAUTH', authorizationAnswers.external_id),
  SignRequest: body('D MS', signRequest, {
    address: 'All signers that DCM expects, as Stellar public keys (G…).',
    transaction_xdr:
      'The envelope (TransactionEnvelope) in base64: a payment, and a manageData operation with `payment_guid`.',
  }),
  Signed: body('D MS', signAnswer, {
    address: 'The addresses whose keys have signed.',
    transaction_xdr: 'The same envelope with at least one signature of the bank, in base64.',
  }),
  Notice: body('D CB', callbackBody),
  Refusal: refusal,
});

export const ref = (name: keyof ReturnType<typeof bankSchemas>): Json => ({
  $ref: `#/components/schemas/${name}`,
});
