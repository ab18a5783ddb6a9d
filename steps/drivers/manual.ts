import type { JournalEntry, JournalMatch } from '../../contract/control/journal.js';
import type { Act, ActInput, DcmBlock } from '../../contract/driver.js';
import type { Language } from '../../contract/texts/language.js';
import { isRepeated } from '../journal.js';
import { ActNotSupported, type Driver, DriverError } from './driver.js';
import type { ManualTexts } from './manual-texts.js';
import { manualTexts } from './manual-texts.js';
import { createPerson, type Hear } from './person.js';
import { follow } from './trace.js';
import type { Watch } from './watch.js';

export interface ManualDriverOptions {
  /** Shows a text to the person. */
  readonly say: (text: string) => void;
  /** Listens for the person's keys; without it keys are ignored. */
  readonly hear?: Hear;
  readonly watch: Watch;
  /** The employee's password in bank.yaml; any other password is a wrong one and is shown. */
  readonly password: string;
  /** Seconds that a person has for a task; a key adds the same time again. */
  readonly timeoutS: number;
  /** English by default; texts in a result are always English. */
  readonly language?: Language;
}

/** One look into the journal takes so long. */
const pieceMs = 1000;
/** So long a bank has for a login and the same request again. */
const repeatedMs = 5000;

type Tasks = { readonly [Name in Act]?: (input: ActInput<Name>, dcm: DcmBlock) => readonly string[] };

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

function tasksIn(texts: ManualTexts, password: string): Tasks {
  const { titles } = texts;
  const values = valuesIn(texts);
  const under = ({ scheme }: DcmBlock) => values({ scheme });
  return {
    ping: (_input, dcm) => [texts.ping, ...under(dcm)],
    configure: ({ key_keepers }, dcm) => [
      texts.configure,
      ...values({ ...dcm, employee: dcm.employee?.email }),
      ...key_keepers.map((item) => texts.keeper(item.for, item.login, item.external_id)),
    ],
    'create-secrets': ({ users }) => [
      texts.secrets,
      ...users.map(({ login, external_id }) => texts.user(login, external_id)),
    ],
    login: (_input, { employee: { email, password: given } = { email: '', password: '' } }) => [
      given === password ? texts.login(email) : texts.wrongLogin(email, given),
    ],
    'issue-identifiers': (input, dcm) => [titles['issue-identifiers'], ...values(input), ...under(dcm)],
    'delete-identifiers': (input, dcm) => [titles['delete-identifiers'], ...values(input), ...under(dcm)],
    'create-customers': ({ customers }, dcm) => [
      titles['create-customers'],
      ...customers.flatMap((customer) => values(customer)),
      ...under(dcm),
    ],
    transfer: (input, { scheme }) => [titles.transfer, ...values({ ...input, scheme })],
    'create-payment': (input, dcm) => [titles['create-payment'], ...values(input), ...under(dcm)],
    'confirm-payment': (input, dcm) => [titles['confirm-payment'], ...values(input), ...under(dcm)],
    'set-limit': ({ operation, body }, dcm) => [texts.limit(operation), ...values(body), ...under(dcm)],
    'confirm-recon': (input, dcm) => [titles['confirm-recon'], ...values(input), ...under(dcm)],
    'register-jwk': ({ body }, dcm) => [titles['register-jwk'], ...values(body.data), ...under(dcm)],
    'read-payment': (input, dcm) => [titles['read-payment'], ...values(input), ...under(dcm)],
  };
}

/** A person makes the bank act: the harness says what to do and continues when DCM sees it. */
export function createManualDriver(options: ManualDriverOptions): Driver {
  const { say, watch, timeoutS, hear = () => () => {} } = options;
  const texts = manualTexts[options.language ?? 'en'];
  const tasks = tasksIn(texts, options.password);
  const person = createPerson({ say, hear, texts, timeoutS, now: watch.now });
  let introduced = false;

  /** Before the first task: how much time there is for each, and what the keys do. */
  function introduce(): void {
    if (!introduced) say(`${texts.time(timeoutS * 1000)} ${texts.keys}`);
    introduced = true;
  }

  const nobody = (what: string) => new DriverError(`not done within ${timeoutS} s: ${what}`);

  /** What a bank does by itself after a new login; the refused request if it does not. */
  const repeated = async (match: JournalMatch, refused: JournalEntry): Promise<JournalEntry> =>
    (await watch.await({ ...match, after: refused.seq }, repeatedMs)) ?? refused;

  /** How a person is waited for during this act. */
  const watching = (act: Act) => ({
    async seen(match: JournalMatch, after: number) {
      const look = () => watch.await({ ...match, after }, pieceMs);
      const entry = await person.waitFor(act, look);
      if (entry && isRepeated(entry)) return repeated(match, entry);
      if (entry) return entry;
      throw nobody(`DCM saw no ${match.operation ?? 'request'}`);
    },
    async served(logins: readonly string[]) {
      const look = async () => {
        if (await watch.secretsServed(logins)) return true;
        // Nothing of this kind ever comes: it is the wait between two looks.
        await watch.await({ operation: 'nothing' }, pieceMs);
        return undefined;
      };
      if (await person.waitFor(act, look)) return;
      throw nobody(`the bank has no secrets for ${logins.join(', ')}`);
    },
  });

  return {
    async act(act, dcm, input) {
      const lines = (tasks[act] as ((input: unknown, dcm: DcmBlock) => readonly string[]) | undefined)?.(
        input,
        dcm,
      );
      if (!lines) throw new ActNotSupported(act);
      const after = await watch.last();
      introduce();
      say(lines.join('\n  '));
      return follow(act, dcm, input, after, watching(act));
    },
  };
}
