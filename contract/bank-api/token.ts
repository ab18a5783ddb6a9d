import { type AuthorizationMethod, claims } from '../bank-service.js';
import { sourced } from '../openapi-marks.js';
import { type Json, schemaOf } from '../openapi-schema.js';
import { defaultProfile } from '../profile/index.js';
import { callersOf, callersTable } from './reverse-calls.js';

/** `X-Session-ID`: DCM's token, claim by claim. */

const name = 'X-Session-ID';

const meanings: Readonly<Record<keyof typeof claims.shape, string>> = {
  flow: 'The purpose: `sign-in` an operation of a user, `sign-up` a new customer or entity, `sign-up-processing` and `sign-up-emission` a new entity of the bank for processing or identification.',
  obj: 'The object: the user whom the operation is about. A login at /user_auth, an external id at /key and /external_id.',
  sub: 'The subject: the employee or technical user who acts. The bank decides whether this subject may act on the object.',
  iat: 'When the token was made, in Unix seconds.',
  exp: 'When the token ends, in Unix seconds. Refuse it afterwards.',
};

const header: Json = {
  type: 'object',
  properties: {
    alg: {
      type: 'string',
      enum: ['RS256'],
      description: 'The algorithm of the published key, and no other.',
    },
    kid: { type: 'string', description: "Names the key in DCM's JWKS." },
    typ: { type: 'string', enum: ['JWT'] },
  },
  required: ['alg', 'kid'],
};

const described = (): Json => {
  const schema = schemaOf(claims, 'input');
  const properties = Object.entries(schema.properties as Record<string, Json>).map(([claim, one]) => [
    claim,
    { ...one, description: meanings[claim as keyof typeof meanings] },
  ]);
  return { ...schema, properties: Object.fromEntries(properties) };
};

const { dcm_token_ttl_s: lifetime_s } = defaultProfile;

const tokenText = `A JWT in the compact form of RFC 7515, signed with DCM's key: \`${name}: eyJhbGciOi…\`, without \`Bearer\`. Find the key by \`kid\` in DCM's JWKS (\`GET /api/v1/.well-known/jwks.json\`), keep it, and fetch the JWKS again when a \`kid\` is unknown.

${Object.entries(meanings)
  .map(([claim, text]) => `- \`${claim}\`: ${text}`)
  .join('\n')}

Other claims are not documented, and no claim binds the method, the URL or the body. DCM's tokens live ${lifetime_s} s here. Under JWT by Bank \`obj\` and \`sub\` are those of the token with which the bank called DCM (question U-01, option \`callback_token\`).`;

/** A credential, so that one that is missing reaches the bank's own check. */
export const tokenScheme = () => ({
  type: 'apiKey',
  in: 'header',
  name,
  description: tokenText,
  'x-token': {
    header: { ...header, ...sourced('A') },
    claims: { ...described(), ...sourced('D JWTF') },
    lifetime_s,
  },
  ...sourced('D BAUTH'),
});

/**
 * The same header as a parameter of one method. It is not `required`: most generated servers would refuse a request
 * without it with 400, and the documentation asks for 401.
 */
export const tokenParameter = (method: AuthorizationMethod) => ({
  name,
  in: 'header',
  required: false,
  description: `The token of DCM. It always comes; a request without it is not from DCM and is refused with 401, which is why it is not marked as required here. What it says, by the operation that waits for the response:\n\n${callersTable(method)}`,
  schema: { type: 'string', maxLength: 8192 },
  'x-calls': callersOf(method),
  ...sourced('D BAUTH'),
  'x-provenance-calls': method === 'user_auth' ? 'O AID-AUTH' : 'A',
});
