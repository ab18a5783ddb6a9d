import { z } from 'zod';
import { kratosError } from '../kratos-errors.js';
import { guid, timestamp } from '../schemas.js';

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

/** A self-service flow; valid for one hour. */
export const kratosFlow = z.object({
  id: guid,
  type: z.literal('api'),
  state: z.string(),
  issued_at: timestamp,
  expires_at: timestamp,
  request_url: z.string(),
  active: z.string().optional(),
  /** Of a login flow: whether a logged-in user may log in again. */
  refresh: z.boolean().optional(),
  requested_aal: z.literal('aal1').optional(),
  ui: z.object({
    action: z.string(),
    method: z.literal('POST'),
    nodes: z.array(uiNode),
    messages: z.array(uiText).optional(),
  }),
});

export const identity = z.object({
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

/** Without it the request is refused, as in Kratos. */
export const flowQuery = z.object({ flow: z.string().optional() });

/** Parameters of Kratos that have no effect here. */
export const ignored = {
  return_to: z.string().optional(),
  return_session_token_exchange_code: z.string().optional(),
  organization: z.string().optional(),
  via: z.string().optional(),
};

/** Refusals of a submission: the flow sent back, or an error. */
export const submission = (flow: z.ZodType) => ({
  400: z.union([flow, kratosError]),
  404: kratosError,
  410: kratosError,
  413: kratosError,
  415: kratosError,
});
