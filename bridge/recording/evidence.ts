import type { RecordedExchange } from '../../contract/recording.js';

/** What a recording shows of each step of the plan: the exchanges that a bank can point to. */

/** One exchange that shows something, in words that need no language: operation, status, number. */
export interface Evidence {
  readonly step: number;
  readonly seq: number;
  readonly at: string;
  readonly says: string;
}

const isServed = ({ status }: RecordedExchange): boolean => status >= 200 && status < 300;
const isAsked = ({ direction, operation }: RecordedExchange, ...methods: readonly string[]): boolean =>
  direction === 'out' && methods.includes(operation);
const isSent = ({ direction, operation }: RecordedExchange, ...operations: readonly string[]): boolean =>
  direction === 'in' && operations.includes(operation);
const flowOf = ({ claims }: RecordedExchange): string => claims?.flow ?? '';
/** Milliseconds that a bank has for a response (BAUTH). */
const limitMs = 1000;

/** Steps, and what shows each: an exchange of each of these kinds. */
const shows: readonly (readonly [
  step: number,
  kinds: readonly ((exchange: RecordedExchange) => boolean)[],
])[] = [
  [1, [(one) => isAsked(one, 'user_auth', 'key', 'external_id') && isServed(one)]],
  [2, [(one) => isSent(one, 'getDcmJwks') && isServed(one)]],
  [3, [(one) => one.direction === 'in' && one.counterparty_guid !== '' && isServed(one)]],
  [5, [(one) => one.direction === 'in' && one.status > 0 && one.status < 500]],
  [
    6,
    (['user_auth', 'key', 'external_id'] as const).map(
      (method) => (one: RecordedExchange) => isAsked(one, method) && isServed(one) && one.ms <= limitMs,
    ),
  ],
  [9, [(one) => isAsked(one, 'user_auth', 'key', 'external_id'), (one) => isSent(one, 'submitLogin')]],
  [
    10,
    ['sign-up-emission', 'sign-up-processing'].map(
      (flow) => (one: RecordedExchange) => isAsked(one, 'key') && flowOf(one) === flow && isServed(one),
    ),
  ],
  [11, [(one) => isSent(one, 'submitLogin') && isServed(one)]],
  [12, [(one) => isSent(one, 'issueIdentifiers') && isServed(one)]],
  [13, [(one) => isSent(one, 'listEmissionHistory') && isServed(one) && saysConfirmed(one)]],
  [14, [(one) => isAsked(one, 'user_auth') && isServed(one)]],
  [15, [(one) => isSent(one, 'createCustomer') && isServed(one)]],
  [
    16,
    [
      (one) => isSent(one, 'confirmPayment', 'confirmBranchPayment') && isServed(one),
      (one) => isSent(one, 'getPayment', 'listPayments') && saysConfirmed(one),
    ],
  ],
];

const saysConfirmed = ({ response }: RecordedExchange): boolean =>
  /"status":"confirmed"/i.test(JSON.stringify(response.body));

const textOf = ({ operation, direction, status, seq }: RecordedExchange): string =>
  `${direction === 'in' ? operation : `/${operation}`} ${status} (${seq})`;

/** Collects evidence while a recording is read; a step counts when every kind of exchange that shows it was there. */
export function createEvidence() {
  const found = shows.map(([, kinds]) => kinds.map((): RecordedExchange | undefined => undefined));
  const keepers = new Map<string, RecordedExchange>();

  return {
    look(exchange: RecordedExchange): void {
      for (const [index, [, kinds]] of shows.entries())
        for (const [place, shown] of kinds.entries()) {
          const seen = found[index];
          if (seen && seen[place] === undefined && shown(exchange)) seen[place] = exchange;
        }
      // Step 7: two users have a secret.
      const { obj } = exchange.claims ?? {};
      if (obj !== undefined && isAsked(exchange, 'key') && isServed(exchange) && !keepers.has(obj))
        keepers.set(obj, exchange);
    },

    /** By step, in the order of the plan. */
    all(): Evidence[] {
      const steps = shows.flatMap(([step], index): [number, RecordedExchange[]][] => {
        const seen = found[index] ?? [];
        const whole = seen.filter((one) => one !== undefined);
        return whole.length === seen.length ? [[step, whole]] : [];
      });
      if (keepers.size >= 2) steps.push([7, [...keepers.values()].slice(0, 2)]);
      return steps
        .sort(([one], [other]) => one - other)
        .flatMap(([step, seen]) =>
          seen.map((exchange) => ({ step, seq: exchange.seq, at: exchange.at, says: textOf(exchange) })),
        );
    },
  };
}
