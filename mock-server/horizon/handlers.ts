import type { HorizonOperations } from '../../contract/horizon/index.js';
import type { Answer, Input, OperationTable } from '../../contract/operation.js';
import type { PublicAccount } from '../domain/explorer.js';
import type { Domain } from '../domain/index.js';
import type { LedgerTransaction } from '../domain/ledger-collection.js';
import {
  createLists,
  type Kind,
  kinds,
  type ListQuery,
  type Place,
  type Scope,
  type Token,
} from './lists.js';
import { badRequest, horizonProblem } from './problem.js';
import { accountView, dataOf, ledgerView, operationViews, page, transactionView } from './views.js';

type Handlers<Table extends OperationTable> = {
  readonly [Id in keyof Table]: (input: Input<Table[Id]>, place: Place) => Promise<Answer<Table[Id]>>;
};

const missing = (what: string) =>
  horizonProblem(
    'not_found',
    `The simulated ledger has no such ${what}. It has what was posted since its state was created.`,
  );

/** Links to everything, and the newest ledger. */
function rootView(base: string, newest: number, oldest: number, passphrase: string) {
  const templated = true;
  return {
    _links: {
      self: { href: base },
      account: { href: `${base}/accounts/{account_id}`, templated },
      account_transactions: { href: `${base}/accounts/{account_id}/transactions${page}`, templated },
      ledger: { href: `${base}/ledgers/{sequence}`, templated },
      operations: { href: `${base}/operations${page}`, templated },
      payments: { href: `${base}/payments${page}`, templated },
      transaction: { href: `${base}/transactions/{hash}`, templated },
      transactions: { href: `${base}/transactions${page}`, templated },
    },
    horizon_version: 'dcm-mock',
    core_version: 'simulated ledger',
    history_latest_ledger: newest,
    history_elder_ledger: oldest,
    core_latest_ledger: newest,
    network_passphrase: passphrase,
  };
}

export function horizonHandlers({ explorer, center }: Domain): Handlers<HorizonOperations> {
  const { stellar, keys, profile } = center;
  const lists = createLists(explorer, stellar);

  async function transaction(hash: string): Promise<LedgerTransaction> {
    const found = await explorer.transaction(hash);
    if (!found) throw missing('transaction');
    return found;
  }

  async function account(address: string): Promise<PublicAccount> {
    if (!(await stellar.isAddress(address))) {
      throw badRequest(
        'account_id',
        'an account id starts with G and has 56 characters and a valid checksum',
      );
    }
    const found = await explorer.account(address);
    if (!found) throw missing('account');
    return found;
  }

  const all = async (): Promise<Scope> => ({});
  const ofAccount = async ({ account_id }: { account_id: string }): Promise<Scope> => {
    await account(account_id);
    return { index: 'account', key: account_id };
  };

  /** The newest transaction of a ledger, and how many it has. */
  async function ledger(number: string) {
    const key = String(Number(number));
    const { rows, total } = await explorer.list({ index: 'ledger', key, order: 'desc', limit: 1 });
    const [newest] = rows;
    if (!newest) throw missing('ledger; ledgers without a posting are not kept');
    return { newest, total, key };
  }
  const ofLedger = async ({ ledger_id }: { ledger_id: string }): Promise<Scope> => ({
    index: 'ledger',
    key: (await ledger(ledger_id)).key,
  });
  const ofTransaction = async ({ tx_id }: { tx_id: string }): Promise<Scope> => ({
    index: 'hash',
    key: (await transaction(tx_id)).hash,
  });

  /** A handler that pages through records of one kind where `scope` says. */
  const pages =
    <Row extends Token, Params>(kind: Kind<Row>, scope: (params: Params) => Promise<Scope>) =>
    async ({ params, query }: { params: Params; query: ListQuery }, place: Place) =>
      lists.page(kind, await scope(params), query, place);

  return {
    horizonRoot: async (_input, { base }) => {
      const newest = (await explorer.list({ order: 'desc', limit: 1 })).rows[0]?.ledger ?? 0;
      const oldest = (await explorer.list({ order: 'asc', limit: 1 })).rows[0]?.ledger ?? 0;
      return rootView(base, newest, oldest, profile().network_passphrase);
    },

    horizonTransaction: async ({ params }, { base }) =>
      transactionView(base, await lists.open(await transaction(params.tx_id))),
    horizonTransactions: pages(kinds.transactions, all),
    horizonTransactionOperations: pages(kinds.operations, ofTransaction),
    horizonTransactionPayments: pages(kinds.payments, ofTransaction),

    horizonAccount: async ({ params }, { base }) =>
      accountView(base, await account(params.account_id), (await keys.issuer()).address),
    horizonAccountData: async ({ params }) => {
      const value = new Map(Object.entries(dataOf(await account(params.account_id)))).get(params.key);
      if (value === undefined) throw missing('data entry of this account');
      return { value };
    },
    horizonAccountTransactions: pages(kinds.transactions, ofAccount),
    horizonAccountOperations: pages(kinds.operations, ofAccount),
    horizonAccountPayments: pages(kinds.payments, ofAccount),

    horizonOperations: pages(kinds.operations, all),
    horizonOperation: async ({ params, query }, { base }) => {
      const found = await lists.byOperation(params.id);
      const record = found && operationViews(base, found.opened, query.join !== undefined)[found.index];
      if (!record) throw missing('operation');
      return record;
    },
    horizonPayments: pages(kinds.payments, all),

    horizonLedger: async ({ params }, { base }) => {
      const { newest, total } = await ledger(params.ledger_id);
      return ledgerView(base, newest, total);
    },
    horizonLedgerTransactions: pages(kinds.transactions, ofLedger),
    horizonLedgerOperations: pages(kinds.operations, ofLedger),
    horizonLedgerPayments: pages(kinds.payments, ofLedger),
  };
}
