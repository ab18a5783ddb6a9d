import { callbackKinds, flows } from '../../contract/bank-service.js';
import type { JournalEntry } from '../../contract/control/journal.js';
import type { PreparedRequest, sentRequestOperations } from '../../contract/control/requests.js';
import { bodyText, gapsOfRequest, ownHeaders } from '../../contract/gaps.js';
import { sourceOf, type TokenDefect, tokenDefects, tokenFamilies } from '../../contract/token-forge.js';
import type { Handlers } from '../api/handler.js';
import type { Pipeline } from '../api/pipeline.js';
import type { BankByChoice } from '../bank/by-choice.js';
import { employeeRows } from '../domain/employees-collection.js';
import type { Domain } from '../domain/index.js';
import { Refusal } from '../domain/refusal.js';
import type { Kept } from '../journal/entry.js';
import type { Journal } from '../journal/journal.js';
import { composed, composedAnew } from './composed-request.js';
import { portionOf } from './portion.js';
import { createSenders } from './senders.js';

export interface RequestParts {
  readonly journal: Journal;
  readonly bank: BankByChoice;
  /** The way of every request. */
  readonly send: Pipeline['send'];
}

type Question = Parameters<BankByChoice['ask']>[0];

const conflict = (problem: string) => new Refusal('control-conflict', { problem });

/** Requests that a person has the mock send: to itself as if they came from a bank, and to banks. */
export function sentRequestHandlers(
  domain: Domain,
  { journal, bank, send }: RequestParts,
): Handlers<typeof sentRequestOperations> {
  const senders = createSenders(domain);

  function keptOf(seq: number): Kept {
    const found = journal.around(seq);
    if (!found) throw new Refusal('control-unknown', { thing: `journal entry ${seq}` });
    return found.kept;
  }

  const sent = (seq: number) => ({ entry: keptOf(seq).entry });

  /** A request to a bank, again: what it was about, with a token of now. */
  async function askAgain(entry: JournalEntry): Promise<number> {
    const problem = outProblem(entry);
    if (problem !== '') throw conflict(problem);
    const counterparty = await domain.counterparties.get(entry.counterparty_guid);
    const { operation, seq: repeats } = entry;
    const body = entry.request.body as object;
    if (operation === 'sign') return bank.sign({ counterparty, body, repeats });
    const kind = callbackKinds.find((known) => known === operation);
    if (kind) return bank.notify({ counterparty, kind, body, repeats });
    const { flow, obj = '', sub = '' } = entry.claims ?? {};
    const method = operation as Question['method'];
    return bank.ask({ counterparty, method, flow: flow as Question['flow'], obj, sub, repeats });
  }

  return {
    prepareRequest: async ({ params }) => prepared(keptOf(params.seq)),

    sendRequest: async ({ body }, { origin }) => {
      if (body.seq === undefined) {
        const request = composedAnew(body);
        const headers = { ...(await senders.headersFor(body.sender, request.url)), ...request.headers };
        return sent(await send({ ...request, headers, origin }, Buffer.from(request.body)));
      }
      const kept = keptOf(body.seq);
      if (kept.entry.direction === 'out') {
        if ([body.method, body.url, body.headers, body.body].some((change) => change !== undefined))
          throw conflict('a request to a bank is sent again as it was: leave out what is changed');
        return sent(await askAgain(kept.entry));
      }
      const request = composed(kept.entry, body);
      const headers = { ...(await senders.headersOf(body.sender, kept)), ...request.headers };
      const arrival = { ...request, headers, origin, repeats: body.seq };
      return sent(await send(arrival, Buffer.from(request.body)));
    },

    listPeople: async ({ query }) => {
      const key = query.counterparty_guid;
      const list = key === undefined ? {} : { index: 'counterparty', key };
      const { rows, next } = await domain.center.store.read((tx) =>
        portionOf(tx, employeeRows, query, { ...list, order: 'desc' }),
      );
      const employees = rows.map(({ guid, counterparty_guid, email, is_disabled }) => ({
        guid,
        counterparty_guid,
        email,
        is_disabled,
      }));
      return { employees, next };
    },

    askBank: async ({ body: { counterparty_guid, defect, ...question } }, { origin: dcmUrl }) => {
      if (defect !== undefined && !Object.hasOwn(tokenDefects, defect))
        throw new Refusal('invalid-member', { member: 'defect', problem: 'not one of listTokenDefects' });
      const counterparty = await domain.counterparties.get(counterparty_guid);
      const sub = question.sub ?? counterparty.admin_subject;
      const asked = { counterparty, ...question, sub, dcmUrl, defect: defect as TokenDefect | undefined };
      return sent(await bank.ask(asked));
    },

    listTokenDefects: async () => ({ defects }),

    sendCallback: async ({ body: { counterparty_guid, kind, transaction_id } }) => {
      const counterparty = await domain.counterparties.get(counterparty_guid);
      return sent(await bank.notify({ counterparty, kind, body: { transaction_id } }));
    },
  };
}

const defects = Object.entries(tokenFamilies).flatMap(([family, all]) =>
  (Object.keys(all) as TokenDefect[]).map((defect) => ({
    defect,
    family,
    says: tokenDefects[defect],
    source: sourceOf(defect),
  })),
);

/** Why a request to a bank cannot be sent again; empty if it can. */
function outProblem(entry: JournalEntry): string {
  const { operation, claims, request } = entry;
  if (operation === 'sign' || callbackKinds.some((kind) => kind === operation))
    return gapsOfRequest({ url: '', request }).length === 0
      ? ''
      : 'the journal does not have the whole body: it was too long or held a secret';
  const asked = claims?.obj !== undefined && flows.some((flow) => flow === claims.flow);
  return asked ? '' : 'the journal does not know what the token was about';
}

/** The request of an entry as it would be sent again. */
function prepared({ entry, credentials = {} }: Kept): PreparedRequest {
  const { seq, direction, method, url, request } = entry;
  const had = (name: string) => (request.headers[name] ?? '') !== '';
  const credential = had('cx-authorization')
    ? 'bank'
    : had('authorization') || had('x-session-token')
      ? 'session'
      : 'none';
  const common = { seq, direction, method, url, credential } as const;
  if (direction === 'out')
    return { ...common, headers: {}, body: '', gaps: [], kept: true, problem: outProblem(entry) };
  return {
    ...common,
    headers: ownHeaders(request.headers),
    body: bodyText(request.body, request.headers, 2),
    gaps: gapsOfRequest(entry),
    kept: credential === 'none' || Object.keys(credentials).length > 0,
    problem: '',
  };
}
