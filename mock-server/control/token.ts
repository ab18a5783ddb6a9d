import { createHash, timingSafeEqual } from 'node:crypto';
import { type Said, said } from '../../contract/texts/said.js';

/** Minimum characters of a token. */
const least = 8;

/**
 * Why a string is not a valid token of this name; undefined if it is. An unset variable leaves an empty one.
 */
function tokenProblem(token: string, { en, uk }: Said): Said | undefined {
  if (token.trim() === '')
    return said(
      `the ${en} is empty: is an environment variable not set?`,
      `${uk} порожній: можливо, не задано змінну середовища?`,
    );
  if (!/^[\x21-\x7e]+$/.test(token))
    return said(
      `the ${en} has spaces or characters that are not allowed in a header`,
      `${uk} містить пробіли або символи, неприпустимі в заголовку`,
    );
  return token.length < least
    ? said(
        `the ${en} is too short: at least ${least} characters`,
        `${uk} закороткий: потрібно щонайменше ${least} символів`,
      )
    : undefined;
}

export const controlTokenProblem = (token: string): Said | undefined =>
  tokenProblem(token, said('control token', 'токен керування'));

export const viewerTokenProblem = (token: string): Said | undefined =>
  tokenProblem(token, said('viewer token', 'токен перегляду'));

export const metricsTokenProblem = (token: string): Said | undefined =>
  tokenProblem(token, said('metrics token', 'токен метрик'));

/** What is kept of a token. */
export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Compares in constant time. */
export const isToken = (given: string, hash: Buffer): boolean => timingSafeEqual(hashOfToken(given), hash);
