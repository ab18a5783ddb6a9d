import type { Claims } from '../../contract/bank-service.js';
import type { Actor, Call } from './call.js';
import { customerRows } from './customers-collection.js';
import { Refusal } from './refusal.js';
import type { ReadTransaction } from './store.js';

type BankActor = Extract<Actor, { kind: 'bank' }>;

function refuse(call: Call, text: string, refusal: Refusal): never {
  call.explain('BANKJWT-03', text);
  throw refusal;
}

const unfit = (claim: 'flow' | 'obj', given: string, expected: string) =>
  new Refusal('bank-token-unfit', { claim, given, expected });

/**
 * Under JWT by Bank the token itself says what it is for: if DCM makes a reverse call, `flow` and `obj` must be those
 * of that call (U-03). @throws {Refusal} `credential`
 */
export function requireFit(call: Call, { claims }: BankActor, question: Pick<Claims, 'flow' | 'obj'>): void {
  for (const name of ['flow', 'obj'] as const) {
    if (claims[name] !== question[name]) {
      const text = `${name} of the token: expected ${question[name]}, was ${claims[name]}`;
      refuse(call, text, unfit(name, claims[name], question[name]));
    }
  }
}

/**
 * If DCM makes no reverse call, the token is a `sign-in` about any user that DCM knows. @throws {Refusal}
 * `credential`
 */
export async function requireKnownUser(
  tx: ReadTransaction,
  call: Call,
  { claims, counterparty }: BankActor,
): Promise<void> {
  const { flow, obj } = claims;
  if (flow !== 'sign-in')
    refuse(call, `flow of the token: expected sign-in, was ${flow}`, unfit('flow', flow, 'sign-in'));
  if (counterparty.key_keepers.some((keeper) => keeper.external_id === claims.obj)) return;
  if (await tx.first(customerRows, 'external_id', `${counterparty.guid} ${claims.obj}`)) return;
  const text = `obj of the token: ${obj} is not the external id of a key keeper or a customer`;
  refuse(call, text, new Refusal('bank-token-user', { obj }));
}
