import { z } from 'zod';
import { kratosError } from '../kratos-errors.js';
import { operation } from '../operation.js';
import { empty, guid, timestamp } from '../schemas.js';

/**
 * Login, recovery and settings are Ory Kratos' self-service flows for native applications; the documentation
 * publishes the login submission (AUTH), the other paths and all shapes are Kratos' own (U-11).
 */

const uiText = z.object({ id: z.int(), text: z.string(), type: z.enum(['info', 'error', 'success']) });

const uiNode = z.object({
  type: z.literal('input'),
  group: z.string(),
  attributes: z.object({
    name: z.string(),
    type: z.string(),
    value: z.string().optional(),
    required: z.boolean().optional(),
    disabled: z.boolean(),
    node_type: z.literal('input'),
  }),
  messages: z.array(uiText),
  meta: z.object({}),
});

/** A self-service flow; lives one hour. */
export const kratosFlow = z.object({
  id: guid,
  type: z.literal('api'),
  state: z.string(),
  issued_at: timestamp,
  expires_at: timestamp,
  request_url: z.string(),
  active: z.string().optional(),
  /** Of a login flow: whether one who is logged in logs in again. */
  refresh: z.boolean().optional(),
  requested_aal: z.literal('aal1').optional(),
  ui: z.object({
    action: z.string(),
    method: z.literal('POST'),
    nodes: z.array(uiNode),
    messages: z.array(uiText).optional(),
  }),
});

const identity = z.object({
  id: guid,
  schema_id: z.string(),
  schema_url: z.string(),
  traits: z.object({ email: z.string() }),
});

export const kratosSession = z.object({
  id: guid,
  active: z.boolean(),
  authenticator_assurance_level: z.literal('aal1').optional(),
  authenticated_at: timestamp,
  issued_at: timestamp,
  expires_at: timestamp,
  identity,
});

/** Without it the request is refused as Kratos does it. */
const flowQuery = z.object({ flow: z.string().optional() });

/** Parameters that Kratos knows and that change nothing here. */
const ignored = {
  return_to: z.string().optional(),
  return_session_token_exchange_code: z.string().optional(),
  organization: z.string().optional(),
  via: z.string().optional(),
};

/** Refusals of a submission: the flow sent back, or an error. */
const submission = (flow: z.ZodType) => ({
  400: z.union([flow, kratosError]),
  404: kratosError,
  410: kratosError,
  413: kratosError,
  415: kratosError,
});

const settingsFlow = kratosFlow.extend({ identity });

export const createLoginFlow = operation({
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

export const submitLogin = operation({
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
});

export const createRecoveryFlow = operation({
  id: 'createRecoveryFlow',
  method: 'GET',
  path: '/kratos/self-service/recovery/api',
  summary: 'Starts a recovery flow: a code goes to the e-mail, a new password follows',
  caller: 'public',
  source: 'D UG-EMP',
  pathSource: 'X ORY',
  session: 'optional',
  query: z.object({ return_to: ignored.return_to }),
  answer: kratosFlow,
  refused: { 400: kratosError },
});

export const submitRecovery = operation({
  id: 'submitRecovery',
  method: 'POST',
  path: '/kratos/self-service/recovery',
  summary: 'Sends the recovery code to an e-mail, then takes the code and opens a settings flow',
  caller: 'public',
  source: 'D UG-EMP',
  pathSource: 'X ORY',
  accepts: ['json', 'form'],
  query: flowQuery,
  body: z.object({
    csrf_token: z.string().optional(),
    method: z.string().optional(),
    email: z.string().optional(),
    code: z.string().optional(),
  }),
  session: 'optional',
  refused: submission(kratosFlow),
  answer: kratosFlow.extend({
    continue_with: z
      .array(
        z.union([
          z.object({ action: z.literal('set_ory_session_token'), ory_session_token: z.string() }),
          z.object({
            action: z.literal('show_settings_ui'),
            flow: z.object({ id: guid, url: z.string() }),
          }),
        ]),
      )
      .optional(),
  }),
});

export const createSettingsFlow = operation({
  id: 'createSettingsFlow',
  method: 'GET',
  path: '/kratos/self-service/settings/api',
  summary:
    'Starts a settings flow for a logged-in employee (header X-Session-Token, or the session as bearer)',
  caller: 'public',
  source: 'X ORY',
  session: 'required',
  query: z.object({ return_to: ignored.return_to }),
  answer: settingsFlow,
  refused: { 401: kratosError },
});

export const submitSettings = operation({
  id: 'submitSettings',
  method: 'POST',
  path: '/kratos/self-service/settings',
  summary: 'Sets the password of a logged-in employee (header X-Session-Token, or the session as bearer)',
  caller: 'public',
  source: 'D UG-EMP',
  pathSource: 'X ORY',
  accepts: ['json', 'form'],
  query: flowQuery,
  body: z.object({
    csrf_token: z.string().optional(),
    method: z.string().optional(),
    password: z.string().optional(),
  }),
  session: 'required',
  answer: settingsFlow,
  refused: { ...submission(settingsFlow), 401: kratosError, 403: kratosError },
});

export const whoami = operation({
  id: 'whoami',
  method: 'GET',
  path: '/kratos/sessions/whoami',
  summary: 'Whose session a token is (header X-Session-Token, or the session as bearer)',
  caller: 'public',
  source: 'X ORY',
  session: 'required',
  answer: kratosSession,
  refused: { 401: kratosError },
});

export const logout = operation({
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

export const getDcmJwks = operation({
  id: 'getDcmJwks',
  method: 'GET',
  path: '/api/v1/.well-known/jwks.json',
  summary: "DCM's public keys; the bank picks one by `kid`",
  caller: 'public',
  source: 'D JWTF',
  answer: z.object({
    keys: z.array(
      z.object({
        alg: z.string(),
        e: z.string(),
        kid: z.string(),
        kty: z.string(),
        n: z.string(),
        use: z.string(),
      }),
    ),
  }),
});
