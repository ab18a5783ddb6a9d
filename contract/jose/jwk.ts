import { base64urlProblem, octets } from './base64url.js';

type Json = Readonly<Record<string, unknown>>;

/** Members that are numbers or coordinates, by kind of key; octets of those that have a fixed size, by curve. */
const members: Readonly<Record<string, readonly string[]>> = { RSA: ['n', 'e'], EC: ['x', 'y'], OKP: ['x'] };
const sizes: Readonly<Record<string, number>> = {
  'P-256': 32,
  'P-384': 48,
  'P-521': 66,
  Ed25519: 32,
  Ed448: 57,
};

function memberProblem(jwk: Json, name: string): string {
  const value = jwk[name];
  if (typeof value !== 'string' || value === '') return `${name}: required, a string`;
  const problem = base64urlProblem(value);
  if (problem) return `${name}: ${problem}`;
  const bytes = octets(value);
  // RFC 7518, section 2: no more octets than the number needs.
  if (jwk.kty === 'RSA' && bytes[0] === 0) return `${name}: a leading zero octet`;
  const size = jwk.kty === 'RSA' ? undefined : sizes[String(jwk.crv)];
  return size !== undefined && bytes.length !== size
    ? `${name}: ${bytes.length} octets, ${size} expected for ${String(jwk.crv)}`
    : '';
}

/** RFC 7517, sections 4.2 and 4.3: what the key is for, if it says so. */
function useProblem({ use, key_ops: operations }: Json): string {
  if (use !== undefined && use !== 'sig')
    return `use: ${JSON.stringify(use)}, expected "sig" for a signing key`;
  if (operations === undefined) return '';
  if (!Array.isArray(operations) || operations.some((operation) => typeof operation !== 'string'))
    return 'key_ops: expected a list of strings';
  if (new Set(operations).size !== operations.length) return 'key_ops: the same operation more than once';
  return operations.includes('verify')
    ? ''
    : 'key_ops: expected "verify", since the public key checks signatures';
}

/**
 * What is wrong with the form of a public JWK for signatures (RFC 7517; RFC 7518, section 6; RFC 8037), to the
 * letter; the strength of the key is checked elsewhere. Empty if nothing is wrong.
 */
export function jwkProblem(jwk: Json): string {
  for (const name of ['kty', 'kid'])
    if (typeof jwk[name] !== 'string' || jwk[name] === '') return `${name}: required, a string`;
  for (const name of ['alg', 'crv'])
    if (jwk[name] !== undefined && typeof jwk[name] !== 'string') return `${name}: expected a string`;
  const use = useProblem(jwk);
  if (use) return use;
  for (const name of members[String(jwk.kty)] ?? []) {
    const problem = memberProblem(jwk, name);
    if (problem) return problem;
  }
  return '';
}
