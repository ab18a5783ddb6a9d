import type { Ask, MissingKey } from '../../contract/control/board.js';
import { urlOf } from '../bank/answers.js';
import type { Facts } from './board-facts.js';

/** Reverse calls by which a bank can show that a step of the plan is done. */

type Asks = (facts: Facts) => readonly Ask[];

const purposes = [
  ['identification', 'sign-up-emission'],
  ['processing', 'sign-up-processing'],
] as const;

/** About the first key keeper, the one user of the bank that DCM knows from the beginning. */
const aboutKeeper = (method: Ask['method'], { bank }: Facts): Ask => {
  const [keeper] = bank.key_keepers;
  const obj = (method === 'user_auth' ? keeper?.login : keeper?.external_id) ?? '';
  return { method, flow: 'sign-in', obj };
};

/** The first of these methods for which the bank has a URL. */
const firstOf =
  (...methods: readonly Ask['method'][]): Asks =>
  (facts) =>
    methods
      .filter((method) => urlOf(facts.bank, method) !== '')
      .slice(0, 1)
      .map((method) => aboutKeeper(method, facts));

/** The secrets that DCM asks for when it creates the entities of the bank (step 10). */
const keeperSecrets: Asks = ({ bank, seen }) =>
  purposes
    .filter(([, flow]) => seen(`key ${flow}`) === undefined)
    .map(([purpose, flow]) => {
      const keeper = bank.key_keepers.find((known) => known.for === purpose);
      return { method: 'key', flow, obj: keeper?.external_id ?? '' };
    });

const asks: Partial<Readonly<Record<MissingKey, Asks>>> = {
  'authorization-unseen': firstOf('user_auth', 'key', 'external_id'),
  // To check the token, the bank fetches the keys; with several banks only a secret tells who did.
  'key-not-fetched': firstOf('key', 'user_auth', 'external_id'),
  'key-unanswered': (facts) => [aboutKeeper('key', facts)],
  'keeper-secrets-unseen': keeperSecrets,
  'customer-secrets-unseen': () => [{ method: 'user_auth', flow: 'sign-up', obj: '' }],
};

/** What to ask the bank for what is missing; nothing if that shows in another way, or if a URL is not known yet. */
export const asksOf = (key: MissingKey, facts: Facts): Ask[] =>
  (asks[key]?.(facts) ?? []).filter(({ method }) => urlOf(facts.bank, method) !== '');
