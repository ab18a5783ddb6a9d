import type { DcmBlock } from '../contract/driver.js';

/** A person at the bank who reads what the harness says, and does it through the bank's hook. */

export interface PersonOptions {
  readonly acts: string;
  readonly acts_token: string;
  readonly password: string;
}

/** First words of a task, and the act that it is. */
const acts: readonly (readonly [RegExp, string])[] = [
  [/^Configure the bank/, 'configure'],
  [/^Create secrets/, 'create-secrets'],
  [/^Let the bank's client log in/, 'login'],
  [/creation of identifiers/, 'issue-identifiers'],
  [/deletion of identifiers/, 'delete-identifiers'],
  [/^Let the bank create these customers/, 'create-customers'],
  [/^Let the bank make a transfer/, 'transfer'],
];

export function person({ acts: url, acts_token, password }: PersonOptions): (text: string) => void {
  let block: Partial<DcmBlock> = {};
  let orders = 0;

  async function order(act: string, input: object, employee: DcmBlock['employee']): Promise<void> {
    orders += 1;
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${acts_token}` };
    const body = JSON.stringify({ act, id: `person-${orders}`, dcm: { ...block, employee }, input });
    await fetch(url, { method: 'POST', headers, body });
  }

  return (text) => {
    const [title = '', ...lines] = text.trim().split(/\n\s*/);
    const act = acts.find(([words]) => words.test(title))?.[1];
    if (act === undefined) return;
    const values = Object.fromEntries(
      lines
        .map((line) => /^(\S+)\s+(.*)$/.exec(line)?.slice(1) ?? [])
        .map(([name, value]) => [name, typed(value)]),
    );
    if (act === 'configure') block = values;
    else block = { ...block, ...(values.scheme && { scheme: values.scheme }) };
    const wrong = /wrong password (\S+)\.$/.exec(title)?.[1];
    const employee = { email: String(/ as (\S+),/.exec(title)?.[1] ?? email), password: wrong ?? password };
    const inputs: Record<string, object> = {
      configure: {
        key_keepers: matches(text, keeperLine).map(([, purpose, login, external_id]) => ({
          for: purpose,
          login,
          external_id,
        })),
      },
      'create-secrets': {
        users: matches(text, userLine).map(([, login, external_id]) => ({ login, external_id })),
      },
      'create-customers': { customers: [values] },
    };
    void order(act, inputs[act] ?? values, employee);
  };
}

const email = 'officer@bank1.example';
const keeperLine = /key keeper, (\S+): login (\S+), external id (\S+)/g;
const userLine = /login ([^\s,]+)(?:, external id (\S+))?/g;
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)];

/** Only amounts are numbers; a phone is a text that looks like one. */
const typed = (text = ''): string | number => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : text);
