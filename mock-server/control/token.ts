import { createHash, timingSafeEqual } from 'node:crypto';
import { type Said, said } from '../../contract/texts/said.js';

/** Minimum characters of a control token. */
const least = 8;

/** Why a string is not a valid control token; undefined if it is. An unset variable leaves an empty one. */
export function controlTokenProblem(token: string): Said | undefined {
  if (token.trim() === '')
    return said(
      'the control token is empty: is an environment variable not set?',
      'токен керування порожній: можливо, не задано змінну середовища?',
    );
  if (!/^[\x21-\x7e]+$/.test(token))
    return said(
      'the control token has spaces or characters that are not allowed in a header',
      'токен керування містить пробіли або символи, неприпустимі в заголовку',
    );
  return token.length < least
    ? said(
        `the control token is too short: at least ${least} characters`,
        `токен керування закороткий: потрібно щонайменше ${least} символів`,
      )
    : undefined;
}

/** What is kept of a control token. */
export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Compares in constant time. */
export const isToken = (given: string, hash: Buffer): boolean => timingSafeEqual(hashOfToken(given), hash);
