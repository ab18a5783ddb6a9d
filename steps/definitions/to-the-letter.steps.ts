import { Given, Then, When } from '@cucumber/cucumber';
import type { RuleId } from '../../contract/rules/index.js';
import { NotApplicable, needed, preparing } from '../blocked.js';
import { carries, servedOnce } from '../checks/requests.js';
import type { Ordered } from '../scene.js';
import type { DcmWorld } from '../world.js';
import { reserveOf } from './identifier-requests.js';
import { begin, order, rememberPayment } from './transfer.js';

// Steps 12 and 16: what was ordered arrives exactly

/** Amounts of a sentence: `0.29, 19.99 and 21474836.49`. */
const amountsIn = (text: string): number[] => text.split(/, | and /).map(Number);

const amounts = '((?:[\\d.]+, )*[\\d.]+ and [\\d.]+)';

/**
 * Orders one thing after the other, and keeps what DCM saw of each. What the bank declines itself, such as an amount beyond
 * a limit of its own, is left out: no page forbids it.
 */
async function orderEach(
  world: DcmWorld,
  operation: string,
  orders: readonly (Omit<Ordered, 'entries'> & { readonly act: () => Promise<{ ok: boolean }> })[],
): Promise<void> {
  const all: Ordered[] = [];
  for (const { act, ...ordered } of orders) {
    await world.journal.begin();
    const { ok } = await act();
    const match = { direction: 'in', operation, counterparty_guid: world.walk.guid } as const;
    const entries = ok ? (await world.seen(operation, match)).entries : await world.journal.search(match);
    if (ok || entries.length > 0) all.push({ ...ordered, entries });
  }
  if (all.length === 0) throw new NotApplicable('the bank declines each of these orders itself');
  world.remember({ each: all });
}

/** Each order as it was given, and in one request; that it is one may be told by another rule. */
function checkEach(world: DcmWorld, operation: string, rule: RuleId, once: RuleId = rule): void {
  for (const { members, parties, entries } of world.recall('each')) {
    if (parties) for (const entry of entries) world.check(carries('TRANSFER-02', parties), entry);
    for (const entry of entries) world.check(carries(rule, members), entry);
    world.check(servedOnce(once), { wanted: `${operation} of ${JSON.stringify(members)}`, entries });
  }
}

// Step 12

When(
  new RegExp(`^the bank is asked to request identifiers of ${amounts}$`),
  async function (this: DcmWorld, text: string) {
    const orders = amountsIn(text).map((amount) => ({
      members: { amount },
      act: async () => {
        await preparing('cancel open requests', () => this.walk.cancelOpenRequests());
        const acted = await this.walk.act('issue-identifiers', { amount, reserve_balance: reserveOf(this) });
        this.remember({ acted });
        return acted;
      },
    }));
    await orderEach(this, 'issueIdentifiers', orders);
  },
);

Then('DCM sees one issueIdentifiers for each amount, exactly as ordered', function (this: DcmWorld) {
  checkEach(this, 'issueIdentifiers', 'EMISSION-01');
});

// Step 16

Given(
  'an identification entity with {int} hryvnias and a processing entity',
  async function (this: DcmWorld, hryvnias: number) {
    const kept = await this.walk.entityOf('emission');
    const sender = kept.balance < hryvnias ? await this.walk.funded('emission', hryvnias) : kept;
    await begin(this, { sender, receiver: await this.walk.entityOf('processing') });
  },
);

/** An order for a draft, and the members in which it is looked at. */
function draft(world: DcmWorld, amount: number, members: Ordered['members']) {
  const wanted = { ...order(world, amount), ...members };
  const { sender_id, receiver_id } = wanted;
  return {
    members,
    parties: { sender_id, receiver_id, amount },
    act: async () => {
      const acted = await world.walk.act('create-payment', wanted);
      world.remember({ amount, acted });
      return acted;
    },
  };
}

When(
  new RegExp(`^the bank is asked to make drafts over ${amounts}$`),
  async function (this: DcmWorld, text: string) {
    const orders = amountsIn(text).map((amount) => draft(this, amount, { amount }));
    await orderEach(this, 'createPayment', orders);
  },
);

Then('DCM sees one createPayment for each amount, exactly as ordered', function (this: DcmWorld) {
  checkEach(this, 'createPayment', 'TRANSFER-02', 'TRANSFER-01');
});

When(
  'the bank is asked to transfer exactly {float} from the one to the other',
  async function (this: DcmWorld, amount: number) {
    const acted = await this.walk.act('transfer', order(this, amount));
    const sent = await this.journal.search({ direction: 'in', operation: 'confirmPayment' });
    if (!acted.ok && sent.length === 0) throw new NotApplicable('the bank declines this amount itself');
    this.remember({ amount, acted });
    await rememberPayment(this);
  },
);

/** 500 characters, and what is quoted, escaped or left out easily. */
const purposes: Readonly<Record<string, readonly string[]>> = {
  long: ['Сплата за послуги згідно з актом, '.repeat(20).slice(0, 499).padEnd(500, 'Ї')],
  quoted: [`"Дім", 'сад' & \\ <b>100%</b> + {0} $1 #№;`],
  Ukrainian: ["Ґанок, їжак, єнот і щука; п’ять об'єктів"],
  emoji: ['Дякую 🙏🏽 за каву ☕'],
};

When(
  /^the bank is asked to make drafts with ((?:\w+, )*\w+ and \w+) purposes$/,
  async function (this: DcmWorld, kinds: string) {
    const texts = kinds.split(/, | and /).flatMap((kind) => purposes[kind] ?? []);
    const orders = texts.map((purpose) => draft(this, this.walk.nextAmount(), { purpose }));
    await orderEach(this, 'createPayment', orders);
  },
);

Then('DCM sees one createPayment for each purpose, to the letter', function (this: DcmWorld) {
  checkEach(this, 'createPayment', 'TRANSFER-12', 'TRANSFER-01');
});

When(
  'the bank is asked to make drafts of the first and of the last category',
  async function (this: DcmWorld) {
    const headers = await this.walk.officerSession();
    const { categories } = await preparing('list categories', () =>
      this.stage.dcm.api.listCategories({ headers }),
    );
    const open = categories.filter(({ deleted_at }) => deleted_at === '');
    const [first, last] = [open[0], open.at(-1)];
    needed(first !== undefined && last !== undefined && first !== last, 'DCM has fewer than two categories');
    const orders = [first, last].map(({ guid }) =>
      draft(this, this.walk.nextAmount(), { category_guid: guid }),
    );
    await orderEach(this, 'createPayment', orders);
  },
);

Then('DCM sees one createPayment for each category, as TRANSFER-13 demands', function (this: DcmWorld) {
  checkEach(this, 'createPayment', 'TRANSFER-13', 'TRANSFER-01');
});
