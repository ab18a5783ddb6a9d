import type { Operation } from '../../../contract/operation.js';
import type { Center } from '../../domain/center.js';
import { requireKnownUser } from '../../domain/own-token.js';
import { Refusal } from '../../domain/refusal.js';
import { callerOf } from '../handler.js';
import type { Stage } from './exchange.js';
import { operationOf } from './match.js';

/** Whether the operation makes no reverse call about the user by itself. */
const asksNothing = ({ caller, reverseCalls }: Operation): boolean => caller === 'employee' && !reverseCalls;

/** Under JWT by Bank the token must be about a known user, even if DCM makes no reverse call (U-03). */
export const createKnownUser =
  ({ store }: Center): Stage =>
  (exchange) => {
    const { actor } = exchange.call;
    if (actor.kind !== 'bank' || !asksNothing(operationOf(exchange))) return undefined;
    return store.read((tx) => requireKnownUser(tx, exchange.call, actor));
  };

/** Option `reverse_check: all`: also asks the bank before other writes whether it knows the user (U-03). */
export const createAsk =
  ({ bank, profile }: Center): Stage =>
  async (exchange) => {
    const { call } = exchange;
    const operation = operationOf(exchange);
    if (profile().reverse_check !== 'all' || operation.method === 'GET' || !asksNothing(operation)) return;
    const counterparty = callerOf(call);
    const keeper = counterparty.key_keepers.find(({ for: purpose }) => purpose === 'identification');
    if (!keeper) throw new Refusal('no-key-keeper', { purpose: 'identification' });
    const obj = call.actor.kind === 'bank' ? call.actor.claims.obj : keeper.external_id;
    await bank.ask(call, counterparty, { method: 'external_id', flow: 'sign-in', obj });
  };
