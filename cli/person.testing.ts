import type { Act, DcmBlock } from '../contract/driver.js';

/** A person at the bank who reads what the harness says, and does it through the bank's hook. */

export interface PersonOptions {
  readonly acts: string;
  readonly acts_token: string;
  readonly password: string;
}

type Values = Readonly<Record<string, unknown>>;

/** What the harness has said: its first line, and the values under it. */
interface Said {
  readonly title: string;
  readonly text: string;
  readonly values: Values;
}

/** First words of a task, the act that it is, and what goes with it; without that the values as they were said. */
const acts: readonly (readonly [RegExp, Act, ((said: Said) => Values)?])[] = [
  [/^Have the bank fetch DCM's JWKS/, 'ping'],
  [/^Configure the bank/, 'configure', ({ text }) => ({ key_keepers: keepersIn(text) })],
  [/^Create secrets/, 'create-secrets', ({ text }) => ({ users: usersIn(text) })],
  [/^Have the bank's client log in/, 'login'],
  [/creation of identifiers/, 'issue-identifiers'],
  [/deletion of identifiers/, 'delete-identifiers'],
  [/^Have the bank create these customers/, 'create-customers', ({ values }) => ({ customers: [values] })],
  [/^Have the bank make a transfer/, 'transfer'],
  [/^Have the bank create the draft/, 'create-payment'],
  [/^Have the bank confirm this draft/, 'confirm-payment'],
  [/^Have the bank read this transfer/, 'read-payment'],
  [/^Have the bank confirm this reconciliation/, 'confirm-recon'],
  [/^Have the bank register this public key/, 'register-jwk', ({ values }) => ({ body: { data: values } })],
  [
    /^Have the bank set this limit/,
    'set-limit',
    ({ title, values: body }) => ({ operation: /\((\w+)\)/.exec(title)?.[1], body }),
  ],
];

export function person({ acts: url, acts_token, password }: PersonOptions): (text: string) => void {
  let block: Partial<DcmBlock> = {};
  let orders = 0;

  async function order(act: Act, input: object, employee: DcmBlock['employee']): Promise<void> {
    orders += 1;
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${acts_token}` };
    const body = JSON.stringify({ act, id: `person-${orders}`, dcm: { ...block, employee }, input });
    await fetch(url, { method: 'POST', headers, body });
  }

  return (text) => {
    const [title = '', ...lines] = text.trim().split(/\n\s*/);
    const [, act, inputOf] = acts.find(([words]) => words.test(title)) ?? [];
    if (act === undefined) return;
    const { scheme, ...values } = Object.fromEntries(
      lines
        .map((line) => /^(\S+)\s+(.*)$/.exec(line)?.slice(1) ?? [])
        .map(([name = '', value]): [string, unknown] => [name, typed(name, value)]),
    );
    block = {
      ...block,
      ...(act === 'configure' && values),
      ...(scheme === 'dcm' || scheme === 'bank' ? { scheme } : {}),
    };
    const wrong = /wrong password (\S+)\.$/.exec(title)?.[1];
    const employee = { email: String(/ as (\S+),/.exec(title)?.[1] ?? email), password: wrong ?? password };
    void order(act, inputOf?.({ title, text, values }) ?? values, employee);
  };
}

const email = 'officer@bank1.example';
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)];

const keepersIn = (text: string) =>
  matches(text, /key keeper, (\S+): login (\S+), external id (\S+)/g).map(
    ([, purpose, login, external_id]) => ({ for: purpose, login, external_id }),
  );

const usersIn = (text: string) =>
  matches(text, /login ([^\s,]+)(?:, external id (\S+))?/g).map(([, login, external_id]) => ({
    login,
    external_id,
  }));

/** Members of acts that are texts although they may look like a number. */
const texts = ['phone_number', 'login', 'iban', 'purpose', 'name', 'surname'];

/** Amounts are numbers and lists are lists. */
function typed(name: string, text = ''): unknown {
  if (text === '(leave empty)') return '';
  if (/^[[{]/.test(text) || /^(true|false)$/.test(text)) return JSON.parse(text);
  return /^\d+(\.\d+)?$/.test(text) && !texts.includes(name) ? Number(text) : text;
}
