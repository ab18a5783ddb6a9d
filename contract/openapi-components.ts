import { z } from 'zod';
import { kratosError } from './kratos-errors.js';

const securitySchemes = {
  session: {
    type: 'http',
    scheme: 'bearer',
    description: 'JWT by DCM: the session_token of the login flow (AUTH)',
  },
  bankToken: {
    type: 'apiKey',
    in: 'header',
    name: 'CX-Authorization',
    description: "JWT by Bank: a token signed by the bank's own key, with Authorization empty (JWTA)",
  },
  sessionToken: {
    type: 'apiKey',
    in: 'header',
    name: 'X-Session-Token',
    description: 'The session_token, where Kratos asks for it (ORY)',
  },
  controlToken: { type: 'http', scheme: 'bearer', description: 'Needed beyond loopback only' },
};

const errorSchema = {
  type: 'object',
  properties: { error: { type: 'string' } },
  required: ['error'],
  'x-provenance': 'A',
  description:
    'The shape is assumed; messages that the page Error messages publishes are used to the letter (U-08).',
};

const gatewayError = {
  type: 'object',
  properties: {
    error: {
      type: 'object',
      properties: { code: { type: 'integer' }, status: { type: 'string' }, message: { type: 'string' } },
      required: ['code', 'status', 'message'],
    },
  },
  required: ['error'],
  'x-provenance': 'X ORY',
  description: 'As Ory Oathkeeper writes it; the message of 401 is documented (U-08).',
};

const kratosErrorSchema = {
  ...z.toJSONSchema(kratosError, { io: 'output' }),
  $schema: undefined,
  'x-provenance': 'X ORY',
  description: 'As Ory Kratos writes it (U-11).',
};

/** What the operations of a document have in common: of the security schemes those that it uses. */
export const componentsOf = (usedSchemes: ReadonlySet<string>) => ({
  securitySchemes: Object.fromEntries(
    Object.entries(securitySchemes).filter(([name]) => usedSchemes.has(name)),
  ),
  schemas: { Error: errorSchema, GatewayError: gatewayError, KratosError: kratosErrorSchema },
});
