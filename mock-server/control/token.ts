import { type Said, said } from '../../contract/texts/said.js';

/** Characters that a control token has at least. */
const least = 8;

/** Why a text is no control token; undefined when it is one. An empty one is what an unset variable leaves. */
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
