import { said, UsageError } from '../../contract/texts/said.js';
import { isPrivateHost } from '../load/hosts.js';

/** Words by which the name of a host says that it is none of production, each between dots or hyphens. */
const words = /(?:^|[.-])(?:stage|integrate|test|sandbox)\d*(?=[.-]|$)/i;

/** Whether the name of a host says that it belongs to a stage or to a private network. */
export const isStageHost = (host: string): boolean => words.test(host) || isPrivateHost(host);

/** Nothing is put between a bank and production by mistake. @throws {UsageError} */
export function requireStageHosts(urls: readonly string[], allowed: readonly string[]): void {
  const hosts = urls.filter((url) => url !== '').map((url) => new URL(url).hostname);
  const host = hosts.find((one) => !isStageHost(one) && !allowed.includes(one));
  if (host === undefined) return;
  throw new UsageError(
    said(
      `${host} may belong to production: its name has none of the words stage, integrate, test, sandbox, and it is not private; if it is a stage, add --allow-host ${host}`,
      `${host} може належати промисловому середовищу: у його назві немає слів stage, integrate, test чи sandbox, і він не приватний; якщо це стенд, додайте --allow-host ${host}`,
    ),
  );
}
