import { z } from 'zod';
import { kratosError } from '../kratos-errors.js';
import { onlyWith } from '../openapi-schema.js';
import { operation, table } from '../operation.js';
import { empty } from '../schemas.js';
import { flowQuery, ignored, kratosFlow, kratosSession, submission } from './kratos.js';

/** Login, sessions and logout as Ory Kratos offers them to native applications (AUTH), and DCM's keys (JWTF). */

const createLoginFlow = operation({
  id: 'createLoginFlow',
  method: 'GET',
  path: '/kratos/self-service/login/api',
  summary: 'Starts a login flow for native applications',
  caller: 'public',
  source: 'D AUTH',
  pathSource: 'X ORY',
  query: z.object({ refresh: z.string().optional(), aal: z.string().optional(), ...ignored }),
  session: 'optional',
  answer: kratosFlow,
  refused: { 400: kratosError, 401: kratosError },
  assumed: { 'answer.id': 'X ORY' },
});

const submitLogin = operation({
  id: 'submitLogin',
  method: 'POST',
  path: '/kratos/self-service/login',
  summary: 'Logs an employee in by e-mail and password',
  caller: 'public',
  source: 'D AUTH',
  accepts: ['form', 'json'],
  encodingRule: 'LOGIN-01',
  query: flowQuery,
  body: z.object({
    csrf_token: z.string().optional(),
    method: z.string().optional(),
    password: z.string().optional(),
    identifier: z.string().optional(),
    password_identifier: z.string().optional(),
  }),
  session: 'optional',
  answer: z.object({ session_token: z.string(), session: kratosSession }),
  refused: submission(kratosFlow),
  assumed: { 'body.identifier': 'X ORY', 'body.password_identifier': 'X ORY', 'answer.session': 'X ORY' },
  required: ['method', 'password'],
});

const whoami = operation({
  id: 'whoami',
  method: 'GET',
  path: '/kratos/sessions/whoami',
  summary: 'Returns whose session a token is (header X-Session-Token, or the session as a bearer token)',
  caller: 'public',
  source: 'X ORY',
  session: 'required',
  answer: kratosSession,
  refused: { 401: kratosError },
});

const logout = operation({
  id: 'logout',
  method: 'DELETE',
  path: '/kratos/self-service/logout/api',
  summary: 'Ends a session',
  caller: 'public',
  source: 'X ORY',
  body: z.object({ session_token: z.string() }),
  answer: empty,
  withoutBody: 204,
  refused: { 400: kratosError, 403: kratosError, 413: kratosError, 415: kratosError },
});

/** A key of DCM's tokens, as the page shows it. */
const dcmKey = z.object({
  alg: z.string(),
  e: z.string(),
  kid: z.string(),
  kty: z.string(),
  n: z.string(),
  use: z.string(),
});

const dcmKeys = z.object({ keys: z.array(dcmKey) });

/** With keys of other kinds (RFC 7517), which whoever does not know them ignores. */
const furtherKeys = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

/** Callers have one type: that of the keys which they may use. */
const keySet = z.union([dcmKeys, furtherKeys.meta(onlyWith('jwks: further'))]) as z.ZodType<
  z.output<typeof dcmKeys>
>;

const getDcmJwks = operation({
  id: 'getDcmJwks',
  method: 'GET',
  path: '/api/v1/.well-known/jwks.json',
  summary: "DCM's public keys; the bank selects one by `kid`",
  caller: 'public',
  source: 'D JWTF',
  answer: keySet,
});

export const authenticationOperations = table(createLoginFlow, submitLogin, whoami, logout, getDcmJwks);
