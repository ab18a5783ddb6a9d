import { z } from 'zod';
import { operation, table } from '../operation.js';
import { empty, guid, ofCounterparty, timestamp } from '../schemas.js';

/** Keys with which a bank signs its own tokens (JWTA): at least one before the scheme JWT by Bank works. */

const jwk = z.looseObject({ kty: z.string().optional(), kid: z.string().optional() });
const body = z.object({ data: jwk });

export const registerJwk = operation({
  id: 'registerJwk',
  method: 'POST',
  path: '/api/v1/counterparty/{counterparty_guid}/jwk',
  summary: 'Registers a public key of the bank',
  caller: 'employee',
  permission: { scope: 'jwk', reach: 'common' },
  source: 'D JWTA',
  params: ofCounterparty,
  body,
  answer: z.object({ guid }),
  refuses: ['jwk-invalid', 'jwk-exists'],
});

const listJwks = operation({
  id: 'listJwks',
  method: 'GET',
  path: '/api/v1/counterparty/{counterparty_guid}/jwk',
  summary: "The bank's registered public keys",
  caller: 'employee',
  permission: { scope: 'jwk', reach: 'common' },
  source: 'D JWTA',
  params: ofCounterparty,
  answer: z.object({ keys: z.array(z.object({ guid, created_at: timestamp, data: jwk })) }),
  assumed: { 'answer.keys.guid': 'A', 'answer.keys.data': 'A' },
});

const updateJwk = operation({
  id: 'updateJwk',
  method: 'PUT',
  path: '/api/v1/counterparty/{counterparty_guid}/jwk/{jwk_guid}',
  summary: 'Replaces a registered public key at once',
  caller: 'employee',
  permission: { scope: 'jwk', reach: 'common' },
  source: 'O AID-AUTH',
  params: ofCounterparty.extend({ jwk_guid: z.string() }),
  body,
  answer: empty,
  refuses: ['jwk-invalid', 'jwk-exists', 'not-found'],
});

const authenticateJwt = operation({
  id: 'authenticateJwt',
  method: 'POST',
  path: '/api/v1/counterparty/{counterparty_guid}/jwk/authenticate',
  summary: "Checks the bank's token in CX-Authorization; changes nothing",
  caller: 'bank',
  source: 'D JWTA',
  pathSource: 'O AID-AUTH',
  params: ofCounterparty,
  answer: z.object({ session_token: z.string() }),
});

export const jwkOperations = table(registerJwk, listJwks, updateJwk, authenticateJwt);
