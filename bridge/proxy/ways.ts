import type { AgentOptions, RequestOptions } from 'node:https';
import { keptAgents } from '../../contract/wire/kept.js';

/** How to trust and be trusted: PEM texts. */
export interface Trust {
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  /** Accepts any certificate. */
  readonly insecure?: boolean;
}

/** How a host is reached: options of a request to it, with the connections that are kept. */
export type Ways = (url: URL) => RequestOptions;

/** Kept connections to one side; `close` ends those that are idle. */
export function createWays({ insecure = false, ...pem }: Trust): { ways: Ways; close(): void } {
  const trust: AgentOptions = { ...pem, rejectUnauthorized: !insecure };
  const agents = keptAgents(trust, undefined);
  return {
    ways: ({ protocol, hostname, port }) => ({
      protocol,
      host: hostname.replace(/^\[|\]$/g, ''),
      port: port || (protocol === 'https:' ? 443 : 80),
      agent: protocol === 'https:' ? agents['https:'] : agents['http:'],
    }),
    close() {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}
