/**
 * What is wrong with a string that must be base64url as in RFC 7515 (section 2): no padding, no whitespace, no line
 * breaks, no other alphabet, and no bits beyond the last octet. Decoders forgive much of this, each in its own way.
 * Empty if nothing is wrong.
 */
export function base64urlProblem(text: string): string {
  if (/\s/.test(text)) return 'whitespace or line breaks in base64url';
  if (text.includes('=')) return 'padding (=) in base64url';
  if (/[+/]/.test(text)) return 'plain base64 (+ or /) instead of base64url';
  if (/[^A-Za-z0-9_-]/.test(text)) return 'characters that base64url does not have';
  if (text.length % 4 === 1) return 'an impossible length for base64url';
  if (Buffer.from(text, 'base64url').toString('base64url') !== text)
    return 'bits after the last octet of base64url';
  return '';
}

export const octets = (text: string): Buffer => Buffer.from(text, 'base64url');
