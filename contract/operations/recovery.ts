import { z } from 'zod';
import { kratosError } from '../kratos-errors.js';
import { operation, table } from '../operation.js';
import { guid } from '../schemas.js';
import { flowQuery, identity, ignored, kratosFlow, submission } from './kratos.js';

/** A forgotten password, and a new one: Ory Kratos' recovery and settings flows (UG-EMP, ORY). */

const settingsFlow = kratosFlow.extend({ identity });

const createRecoveryFlow = operation({
  id: 'createRecoveryFlow',
  method: 'GET',
  path: '/kratos/self-service/recovery/api',
  summary: 'Starts a recovery flow: a code is sent by e-mail, then a new password is set',
  caller: 'public',
  source: 'D UG-EMP',
  pathSource: 'X ORY',
  session: 'optional',
  query: z.object({ return_to: ignored.return_to }),
  answer: kratosFlow,
  refused: { 400: kratosError },
});

const submitRecovery = operation({
  id: 'submitRecovery',
  method: 'POST',
  path: '/kratos/self-service/recovery',
  summary: 'Sends the recovery code by e-mail; then accepts the code and opens a settings flow',
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
  required: ['method'],
});

const createSettingsFlow = operation({
  id: 'createSettingsFlow',
  method: 'GET',
  path: '/kratos/self-service/settings/api',
  summary:
    'Starts a settings flow for a logged-in employee (header X-Session-Token, or the session as a bearer token)',
  caller: 'public',
  source: 'X ORY',
  session: 'required',
  query: z.object({ return_to: ignored.return_to }),
  answer: settingsFlow,
  refused: { 401: kratosError },
});

const submitSettings = operation({
  id: 'submitSettings',
  method: 'POST',
  path: '/kratos/self-service/settings',
  summary:
    'Sets the password of a logged-in employee (header X-Session-Token, or the session as a bearer token)',
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
  required: ['method', 'password'],
});

export const recoveryOperations = table(
  createRecoveryFlow,
  submitRecovery,
  createSettingsFlow,
  submitSettings,
);
