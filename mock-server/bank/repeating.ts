import { isDeepStrictEqual } from 'node:util';
import type { Bank, Center } from '../domain/center.js';
import { Refusal } from '../domain/refusal.js';

/** Option `reverse_repeat`: asks again, with a token of its own, before the operation goes on with the first answer. */
export function repeating(bank: Bank, profile: Center['profile']): Bank {
  return {
    ...bank,
    async ask(call, counterparty, question) {
      const times = profile().reverse_repeat;
      const first = await bank.ask(call, counterparty, question);
      for (let asked = 1; asked < times; asked += 1) {
        const next = await bank.ask(call, counterparty, question);
        if (!isDeepStrictEqual(next, first)) {
          const cause = `/${question.method} answered something else when it was asked again`;
          throw new Refusal('bank-inconsistent', { cause, method: question.method });
        }
      }
      return first;
    },
  };
}
