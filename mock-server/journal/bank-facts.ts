import { harnessProduct } from '../../contract/agent.js';
import { authorizationAnswers } from '../../contract/bank-service.js';
import type { Exchange } from './exchange.js';

/** Something that was seen at least once. */
export interface Sighting {
  readonly count: number;
  /** The newest journal entry of it. */
  readonly seq: number;
}

export type BankFacts = ReturnType<typeof createBankFacts>;

/** Facts about an exchange that are remembered when the journal has dropped it. */
function namesOf(exchange: Exchange): string[] {
  const {
    direction,
    operation,
    counterparty_guid: guid,
    status,
    claims,
    findings,
    requestHeaders,
  } = exchange;
  if (status !== 200) return [];
  if (direction === 'out') {
    if (!Object.hasOwn(authorizationAnswers, operation) || findings.length > 0) return [];
    return [`${guid} ${operation}`, `${guid} ${operation} ${claims?.flow ?? ''}`];
  }
  if (operation === 'getDcmJwks') return isBank(requestHeaders) ? ['jwks'] : [];
  if (operation === 'submitLogin') return [`login ${identityOf(exchange.responseBody)}`];
  if (operation === 'issueIdentifiers' || operation === 'confirmPayment') return [`${guid} ${operation}`];
  return [];
}

/** Neither the harness nor a page in a browser, which names its site. */
const isBank = (headers: Exchange['requestHeaders']): boolean =>
  !headers['user-agent']?.startsWith(`${harnessProduct}/`) && headers['sec-fetch-site'] === undefined;

function identityOf(body: unknown): string {
  const { session } = body as { session?: { identity?: { id?: string } } };
  return session?.identity?.id ?? '';
}

/**
 * Remembers facts of the journal, so that they outlive its entries.
 *
 * @param changed called when something was seen
 */
export function createBankFacts(changed = () => {}) {
  const seen = new Map<string, Sighting>();

  return {
    look(exchange: Exchange): void {
      for (const name of namesOf(exchange)) {
        seen.set(name, { count: (seen.get(name)?.count ?? 0) + 1, seq: exchange.seq });
        changed();
      }
    },

    /** Names: `GUID user_auth`, `GUID key FLOW`, `jwks`, `login EMPLOYEE`, `GUID issueIdentifiers` and so on. */
    of: (name: string): Sighting | undefined => seen.get(name),

    /** How often each was seen, for the state. */
    counts: (): Readonly<Record<string, number>> =>
      Object.fromEntries([...seen].map(([name, { count }]) => [name, count])),

    /** Continues with what was stored; its entries no longer exist. */
    restore(counts: Readonly<Record<string, number>> = {}): void {
      seen.clear();
      for (const [name, count] of Object.entries(counts)) seen.set(name, { count, seq: 0 });
      changed();
    },
  };
}
