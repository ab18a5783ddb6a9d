import { base64urlProblem, octets } from './base64url.js';
import { nameTwice } from './json-names.js';

const parts = ['header', 'payload', 'signature'] as const;

/** The JSON object of a part, or a string that says what is wrong with it. */
function objectOf(part: string): Record<string, unknown> | string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(octets(part));
  } catch {
    return 'not UTF-8';
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'not JSON';
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'not a JSON object';
  const name = nameTwice(text);
  return name === undefined ? (value as Record<string, unknown>) : `member ${name} more than once`;
}

/**
 * What is wrong with the form of a JWS in compact serialization (RFC 7515, section 7.1) that carries claims (RFC
 * 7519), to the letter; the signature is checked elsewhere. Empty if nothing is wrong.
 */
export function compactProblem(token: string): string {
  const segments = token.split('.');
  if (segments.length !== parts.length) return `${segments.length} parts instead of three`;
  for (const [index, name] of parts.entries()) {
    const segment = segments[index] ?? '';
    if (segment === '') return `${name}: empty`;
    const problem = base64urlProblem(segment);
    if (problem) return `${name}: ${problem}`;
  }
  const [header = '', payload = ''] = segments;
  const head = objectOf(header);
  if (typeof head === 'string') return `header: ${head}`;
  // RFC 7515, section 4.1.11: critical extensions must be understood, and none are agreed on.
  if ('crit' in head) return 'header: crit names extensions that no one has agreed on';
  const claims = objectOf(payload);
  return typeof claims === 'string' ? `payload: ${claims}` : '';
}
