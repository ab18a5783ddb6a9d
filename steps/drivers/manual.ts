import type { JournalEntry, JournalMatch } from '../../contract/control/journal.js';
import type { Act, ActAnswer, ActInput, DcmBlock } from '../../contract/driver.js';
import type { Language } from '../../contract/texts/language.js';
import { ActNotSupported, type Driver, DriverError } from './driver.js';
import { manualTexts } from './manual-texts/index.js';
import type { ManualTexts } from './manual-texts/texts.js';

export interface ManualDriverOptions {
  /** Tells the person something. */
  readonly say: (text: string) => void;
  /** Waits for what DCM sees; undefined when it has not come in time. */
  readonly await: (match: JournalMatch, timeoutMs: number) => Promise<JournalEntry | undefined>;
  /** The newest entry of the journal, so that only what comes later counts. */
  readonly last: () => Promise<number>;
  /** Whether the bank holds secrets for these logins by now; asked again until it does. */
  readonly secretsServed: (logins: readonly string[]) => Promise<boolean>;
  /** The employee's password as bank.yaml has it; another one is a wrong one, and told. */
  readonly password: string;
  readonly timeoutS: number;
  /** English when left out; what ends up in a result is English in any case. */
  readonly language?: Language;
}

/** What a person is told to do, and by what DCM sees that it is done. */
interface Task {
  readonly text: readonly string[];
  /** The last request of the act. */
  readonly done?: JournalMatch;
  readonly secrets?: readonly string[];
}

const pieceMs = 1000;

type Tasks = { readonly [Name in Act]?: (input: ActInput<Name>, dcm: DcmBlock) => Task };

const inward = (operation: string, body?: Readonly<Record<string, unknown>>): JournalMatch => ({
  direction: 'in',
  operation,
  ...(body ? { body: { ...body } } : {}),
});

const valuesIn =
  ({ empty }: ManualTexts) =>
  (members: Readonly<Record<string, unknown>>): string[] =>
    Object.entries(members)
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([name, value]) => {
        const shown = typeof value === 'object' ? JSON.stringify(value) : String(value);
        // A person has to see what is empty on purpose.
        return `${name.padEnd(18)} ${value === '' ? empty : shown}`;
      });

function tasksIn(texts: ManualTexts): Tasks {
  const { titles } = texts;
  const values = valuesIn(texts);
  return {
    ping: () => ({ text: [texts.ping], done: inward('getDcmJwks') }),
    configure: ({ key_keepers }, dcm) => ({
      text: [
        texts.configure,
        ...values({ ...dcm, employee: dcm.employee?.email }),
        ...key_keepers.map((one) => texts.keeper(one.for, one.login, one.external_id)),
      ],
    }),
    'create-secrets': ({ users }) => ({
      text: [texts.secrets, ...users.map(({ login, external_id }) => texts.user(login, external_id))],
      secrets: users.map(({ login }) => login),
    }),
    'issue-identifiers': (input) => ({
      text: [titles['issue-identifiers'], ...values(input)],
      done: inward('issueIdentifiers', { amount: input.amount }),
    }),
    'delete-identifiers': (input) => ({
      text: [titles['delete-identifiers'], ...values(input)],
      done: inward('burnIdentifiers', { amount: input.amount }),
    }),
    'create-customers': ({ customers }) => ({
      text: [titles['create-customers'], ...customers.flatMap((one) => values(one))],
      done: inward('createCustomer', { login: customers.at(-1)?.login }),
    }),
    'create-payment': (input) => ({
      text: [titles['create-payment'], ...values(input)],
      done: inward('createPayment', { amount: input.amount }),
    }),
    'confirm-payment': (input) => ({
      text: [titles['confirm-payment'], ...values(input)],
      done: inward('confirmPayment', { guid: input.payment_guid }),
    }),
    'set-limit': ({ operation, body }) => ({
      text: [texts.limit(operation), ...values(body)],
      done: inward(operation),
    }),
    'confirm-recon': (input) => ({
      text: [titles['confirm-recon'], ...values(input)],
      done: inward('updateRecon'),
    }),
    'register-jwk': ({ body }) => ({
      text: [titles['register-jwk'], ...values(body.data)],
      done: inward('registerJwk'),
    }),
    'read-payment': (input) => ({
      text: [titles['read-payment'], ...values(input)],
      done: inward('getPayment'),
    }),
  };
}

/** A person makes the bank act: the harness says what to do and goes on when DCM sees it. */
export function createManualDriver(options: ManualDriverOptions): Driver {
  const { say, last, secretsServed, timeoutS } = options;
  const texts = manualTexts(options.language ?? 'en');
  const tasks = tasksIn(texts);
  const values = valuesIn(texts);

  async function seen(match: JournalMatch): Promise<JournalEntry> {
    const entry = await options.await(match, timeoutS * 1000);
    if (entry) return entry;
    throw new DriverError(`nobody did it within ${timeoutS} s: DCM saw no ${match.operation ?? 'request'}`);
  }

  async function served(logins: readonly string[]): Promise<void> {
    for (let waited = 0; waited < timeoutS * 1000; waited += pieceMs) {
      if (await secretsServed(logins)) return;
      // Nothing of this kind ever comes: it is the wait between two looks.
      await options.await({ operation: 'nothing' }, pieceMs);
    }
    throw new DriverError(
      `nobody did it within ${timeoutS} s: the bank has no secrets for ${logins.join(', ')}`,
    );
  }

  /** Draft and confirmation, told as one task and seen as two requests. */
  async function transfer(
    input: ActInput<'transfer'>,
    { scheme }: DcmBlock,
    after: number,
  ): Promise<ActAnswer> {
    say([texts.titles.transfer, ...values({ ...input, scheme })].join('\n  '));
    const [create, confirm] = input.branch_guid
      ? ['createBranchPayment', 'confirmBranchPayment']
      : ['createPayment', 'confirmPayment'];
    const draft = await seen({ ...inward(create ?? '', { amount: input.amount }), after });
    if (draft.status !== 200) return answerOf(draft);
    const { guid } = draft.response.body as { guid: string };
    const confirmed = await seen({ ...inward(confirm ?? '', { guid }), after });
    return { ...answerOf(confirmed), output: { payment_guid: guid } };
  }

  /** Seen as a login, and as the read that proves it. */
  async function login({ employee, counterparty_guid }: DcmBlock, after: number): Promise<ActAnswer> {
    const { email = '', password = '' } = employee ?? {};
    say(password === options.password ? texts.login(email) : texts.wrongLogin(email, password));
    const submitted = await seen({ ...inward('submitLogin'), after });
    if (submitted.status !== 200) return answerOf(submitted);
    return answerOf(await seen({ direction: 'in', counterparty_guid, after: submitted.seq }));
  }

  return {
    async act(act, dcm, input) {
      const after = await last();
      if (act === 'login') return login(dcm, after);
      if (act === 'transfer') return transfer(input as ActInput<'transfer'>, dcm, after);
      const task = (tasks[act] as ((input: unknown, dcm: DcmBlock) => Task) | undefined)?.(input, dcm);
      if (!task) throw new ActNotSupported(act);
      const scheme = task.done ? values({ scheme: dcm.scheme }) : [];
      say([...task.text, ...scheme].join('\n  '));
      if (task.secrets) await served(task.secrets);
      return task.done ? answerOf(await seen({ ...task.done, after })) : { ok: true };
    },
  };
}

const answerOf = ({ status, response }: JournalEntry): ActAnswer =>
  status >= 200 && status < 300 ? { ok: true } : { ok: false, error: JSON.stringify(response.body) };
