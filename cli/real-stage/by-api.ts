import { ApiError, type Client } from '../../contract/client.js';
import type { IdentifierRequest } from '../../contract/control/identifier-requests.js';
import type { Transfer } from '../../contract/control/transfers.js';
import type { Answer } from '../../contract/operation.js';
import type { Operations } from '../../contract/operations/index.js';
import type { Entity } from '../../steps/walk/money.js';

/**
 * What a stage tells of entities and transfers: not as an officer of DCM sees them, but as the bank's first employee reads
 * them through DCM's API.
 */

type Headers = Readonly<Record<string, string>>;

export interface ByApiOptions {
  readonly api: Client<Operations>;
  readonly counterpartyGuid: string;
  readonly assetCode: string;
  /** Headers of the session of the bank's first employee. */
  readonly session: () => Promise<Headers>;
  /** The session is dead: the next one begins with a login. */
  readonly forget: () => void;
}

const portion = 100;
/** Rows that are read of a list at most, newest first. */
const mostRows = 2000;

type Account = Extract<Answer<Operations['listAccounts']>, readonly unknown[]>[number]['accounts'][number];
type Listed = Answer<Operations['listPayments']>['payments'][number];

/** The entities of a page, in any of the forms of U-26. */
function accountsIn(page: Answer<Operations['listAccounts']>): Account[] {
  if (!Array.isArray(page)) return [...page.accounts];
  return page.flatMap((one: (typeof page)[number] | Account) => ('accounts' in one ? one.accounts : [one]));
}

const side = (guid: string, kind: Entity['account_kind'], owner: string): Transfer['sender'] => ({
  guid,
  kind,
  counterparty_guid: owner,
  counterparty_name: '',
});

const transferOf = (row: Listed): Transfer => ({
  guid: row.guid,
  created_at: row.created_at,
  updated_at: row.updated_at,
  status: row.status === 'CONFIRMED' ? 'CONFIRMED' : 'CREATED',
  amount: row.amount,
  asset_code: row.asset_code,
  purpose: row.purpose,
  sender: side(row.sender_id, row.sender_account_account_kind, row.sender_counterparty),
  receiver: side(row.receiver_id, row.receiver_account_account_kind, row.receiver_counterparty),
  hash: row.stellar_info?.hash ?? '',
});

/** Reads for the bank's first employee. */
function createReading({ session, forget }: Pick<ByApiOptions, 'session' | 'forget'>) {
  /** Reads under the session. A person may take longer than it lives (U-11): then once more, after a login. */
  async function read<Answered>(ask: (headers: Headers) => Promise<Answered>): Promise<Answered> {
    try {
      return await ask(await session());
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 401)) throw error;
      forget();
      return ask(await session());
    }
  }

  /** Rows of a list, newest first, in as many portions as it takes. */
  async function rows<Row>(
    ask: (
      paging: { offset: number; limit: number; order: 'desc' },
      headers: Headers,
    ) => Promise<readonly Row[]>,
  ): Promise<Row[]> {
    const all: Row[] = [];
    let first = '';
    while (all.length < mostRows) {
      const paging = { offset: all.length, limit: portion, order: 'desc' } as const;
      const page = await read((headers) => ask(paging, headers));
      // A stage may give fewer than it was asked for (U-61), or always the same.
      const begins = JSON.stringify(page[0]);
      if (page.length === 0 || begins === first) break;
      first = begins;
      all.push(...page);
    }
    return all;
  }

  return { read, rows };
}

export function createByApi({ api, counterpartyGuid, assetCode, session, forget }: ByApiOptions) {
  const params = { counterparty_guid: counterpartyGuid };
  /** Entities of customers that were there before: they are none of the run's business. */
  let strangers: ReadonlySet<string> | undefined;
  const { read, rows } = createReading({ session, forget });

  async function balance(guid: string): Promise<number> {
    const { assets } = await read((headers) =>
      api.getAccount({ params: { ...params, account_guid: guid }, headers }),
    );
    return assets.find(({ code }) => code === assetCode)?.balance ?? 0;
  }

  async function entities(): Promise<Entity[]> {
    const listed = await rows(async (query, headers) =>
      accountsIn(await api.listAccounts({ params, query, headers })),
    );
    strangers ??= new Set(
      listed.filter(({ account_kind }) => account_kind === 'customer').map((one) => one.wallet_account_guid),
    );
    const own = listed.filter(({ wallet_account_guid }) => !strangers?.has(wallet_account_guid));
    return Promise.all(
      own.toReversed().map(async (account) => ({
        guid: account.wallet_account_guid,
        account_kind: account.account_kind,
        counterparty_guid: account.counterparty_guid,
        customer_guid: account.wallet_user_guid,
        owner_external_id: account.wallet_user_external_id,
        stellar_address: account.stellar_address,
        signers: [],
        balance: await balance(account.wallet_account_guid),
        created_at: account.created_at,
      })),
    );
  }

  async function entity(guid: string): Promise<Entity> {
    const found = (await entities()).find((one) => one.guid === guid);
    if (found === undefined) throw new Error(`entity ${guid} is not listed`);
    return found;
  }

  return {
    balance,
    entities,
    entity,

    async transfer(guid: string): Promise<Transfer> {
      const query = { with_stellar_info: 'true' } as const;
      const at = { ...params, payment_guid: guid };
      return transferOf(await read((headers) => api.getPayment({ params: at, query, headers })));
    },

    /** Transfers, newest first. */
    async transfers(): Promise<Transfer[]> {
      const all = await rows(
        async (query, headers) => (await api.listPayments({ params, query, headers })).payments,
      );
      return all.map(transferOf);
    },

    /** Requests for identifiers, newest first. */
    requests: (): Promise<IdentifierRequest[]> =>
      rows(async (query, headers) => (await api.listEmissionHistory({ params, query, headers })).history),

    async requestIdentifiers(amount: number): Promise<void> {
      await api.issueIdentifiers({
        params,
        body: { amount, asset_code: assetCode },
        headers: await session(),
      });
    },

    /** A transfer by the bank's employee, from draft to confirmation. */
    async sendMoney(from: string, to: string, amount: number): Promise<Listed> {
      const headers = await session();
      const body = { sender_id: from, receiver_id: to, amount, asset_code: assetCode };
      const { guid } = await api.createPayment({ params, body, headers });
      await api.confirmPayment({ params, body: { guid }, headers });
      return api.getPayment({ params: { ...params, payment_guid: guid }, headers });
    },
  };
}

export type ByApi = ReturnType<typeof createByApi>;
