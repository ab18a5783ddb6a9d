/** Where a URL has its credentials: after the scheme, if there is one. */
const schemeOf = (text: string): string => /^(?:[a-z][a-z\d+.-]*:)?\/*/i.exec(text)?.[0] ?? '';

const mask = '***';

/**
 * A URL that somebody typed, as it may be shown: without a password. It need not be a valid one, so whatever stands
 * between the user and the last `@` counts as the password.
 */
export function maskedUrl(text: string): string {
  const scheme = schemeOf(text);
  const rest = text.slice(scheme.length);
  const colon = rest.indexOf(':');
  const at = rest.lastIndexOf('@');
  const shown = colon >= 0 && colon < at ? `${rest.slice(0, colon)}:${mask}${rest.slice(at)}` : rest;
  return scheme + shown.replaceAll(/([?&](?:ssl)?password=)[^&#]*/gi, `$1${mask}`);
}

/** A text of any kind without the passwords of the URLs in it; `PASSWORD` is the word of an example. */
export const withoutPasswords = (text: string): string =>
  text.replaceAll(/(:\/\/[^\s:/?#@]*:)(?!PASSWORD@)[^\s/@]+@/g, `$1${mask}@`);
