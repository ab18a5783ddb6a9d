import { withoutJwts } from '../../contract/jwt-like.js';
import { redactUrl } from '../../contract/redact.js';

/** The header by which a request is found again in logs, of whoever sends it and of the mock. */
export const requestIdHeader = 'x-request-id';

const isSane = (given: string): boolean =>
  /^[ -~]{1,128}$/.test(given) && redactUrl(given) === given && withoutJwts(given, () => '') === given;

/** The id that the sender gave the request, if a log can hold it (1 to 128 printable ASCII characters, no secret); otherwise another one. */
export function requestIdOf(headers: Readonly<Record<string, string>>, another: () => string): string {
  const given = headers[requestIdHeader];
  return given !== undefined && isSane(given) ? given : another();
}
