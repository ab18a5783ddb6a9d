import { afterAll, expect, test } from 'vitest';
import { type ErrorCode, errorCatalogue } from '../../contract/errors.js';
import { explanationOf } from '../../contract/explanations/index.js';
import { inventory } from '../../contract/inventory.testing.js';
import { legacyOperations } from '../../contract/legacy.js';
import { type Operation, permissionOf } from '../../contract/operation.js';
import { operations } from '../../contract/operations/index.js';
import { canBeWrong, refusalsOf } from '../../contract/refusals.js';
import { expectFresh } from '../../fresh-page.testing.js';
import { raw } from '../client.testing.js';
import { explainedCause } from '../explained.testing.js';
import { createWorld } from '../world.testing.js';
import { coveragePlans } from './coverage-plans.testing.js';
import { send } from './coverage-send.testing.js';
import {
  type Inhabited,
  inhabit,
  type Plan,
  type Refused,
  returning,
  type Sent,
  unknown,
} from './coverage-world.testing.js';

/**
 * Every operation: a success, each refusal that the contract declares for it, a caller without the permission, and guids of
 * nothing. What was seen is docs/coverage.md; `npm run docs` writes it anew.
 */

const all: readonly Operation[] = Object.values(operations);
const rows = new Map<string, string>();

/** A text of the catalogue, whatever is filled in. */
const pattern = (code: ErrorCode) =>
  new RegExp(
    `^${errorCatalogue[code].message
      .split(/\{\w+\}/)
      .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('[\\s\\S]*')}$`,
  );

/** Refused by this entry of the catalogue, and nothing stays. */
async function refuses(x: Inhabited, operation: Operation, code: ErrorCode, sent: Sent, text?: string) {
  const before = x.rows();
  const answer = await send(x, operation, sent, text);
  const { status, reason } = errorCatalogue[code];
  const { error } = answer.body as { error: string | { message: string; reason?: string } };
  const message = typeof error === 'string' ? error : (error?.reason ?? error?.message);
  expect([operation.id, code, answer.status, answer.headers['dcm-reason'], message]).toEqual([
    ...[operation.id, code, status, reason],
    expect.stringMatching(pattern(code)),
  ]);
  if (reason === 'invalid') expect(answer.headers['dcm-finding']).toMatch(/^[A-Z]+-\d\d /);
  const { code: explained } = explanationOf(explainedCause(x, answer));
  // A query that accepts any text can only be wrong where it cannot be read at all.
  const same = code === 'invalid-member' && explained === 'illegible' ? explained : code;
  expect([operation.id, code, explained]).toEqual([operation.id, code, same]);
  expect(x.rows()).toEqual(before);
  await sent.after?.();
}

/** Refusals that follow from the declaration. */
function derived(
  x: Inhabited,
  operation: Operation,
  good: Sent,
): Partial<Record<ErrorCode, [Sent, string?]>> {
  const wrong = Object.entries(operation.query?.shape ?? {}).find(([, one]) => canBeWrong(one))?.[0] ?? '';
  const [member = 'x'] = Object.keys(operation.body?.shape ?? {});
  const nested = JSON.stringify({ [member]: [['nested']] });
  const { 'cx-authorization': _own, ...others } = good.headers ?? {};
  const foreign = { ...good, params: { ...good.params, counterparty_guid: x.other.guid } };
  const clerks = { ...good, token: x.clerk };
  return {
    credential: [{ ...good, token: '', headers: others }],
    session: [{ ...good, token: 'nobody' }],
    permission: [operation.permission || operation.caller === 'officer' ? clerks : foreign],
    'invalid-json': [good, '{'],
    'content-type': [{ ...good, headers: { ...good.headers, 'content-type': 'text/plain' } }, '{}'],
    'too-large': [good, JSON.stringify({ purpose: 'x'.repeat(100 * 1024) })],
    'invalid-member': operation.body
      ? [good, nested]
      : [{ ...good, query: { [wrong]: ['\u0000', '\u0000'] } }],
  };
}

async function permissionCell(x: Inhabited, operation: Operation, plan: Plan, good: Sent): Promise<string> {
  const { caller, permission, params } = operation;
  if (caller === 'public') return '— (none needed)';
  const cases: string[] = [];
  if (permission) cases.push(`without ${permissionOf(operation)} 403`);
  if (caller === 'officer') cases.push('an employee 403');
  if (caller !== 'officer' && params && 'counterparty_guid' in params.shape) {
    const elsewhere = { ...good, params: { ...good.params, counterparty_guid: x.other.guid } };
    await refuses(x, operation, 'permission', elsewhere);
    cases.push('of another counterparty 403');
  }
  const token = await x.signer.token(plan.claims?.(x) ?? {});
  const answer = await send(x, operation, {
    ...good,
    headers: { ...good.headers, 'cx-authorization': token },
  });
  const reason = answer.headers['dcm-reason'] ?? '';
  if (caller === 'officer') expect([operation.id, answer.status]).toEqual([operation.id, 403]);
  else expect(['', 'state', 'invalid'], `${operation.id} ${answer.text}`).toContain(reason);
  cases.push(`JWT by Bank ${caller === 'officer' ? '403' : 'not checked'}`);
  return cases.join('; ');
}

/** Guids of nothing: each of the path, and the one of the body whose refusal is declared. */
async function unknownCell(
  x: Inhabited,
  operation: Operation,
  plan: Plan,
  good: Sent,
  missing?: Sent,
): Promise<string> {
  const cases: string[] = [];
  for (const name of Object.keys(operation.params?.shape ?? {})) {
    if (name === 'counterparty_guid' && operation.caller === 'officer' && !plan.before?.['not-found'])
      continue;
    const code = name === 'counterparty_guid' && operation.caller !== 'officer' ? 'permission' : 'not-found';
    await refuses(x, operation, code, { ...good, params: { ...good.params, [name]: unknown } });
    cases.push(`${name} ${errorCatalogue[code].status}`);
  }
  if (plan.kratos?.['unknown flow']) cases.push('flow 404');
  for (const [name, value] of Object.entries(missing?.body ?? {}))
    if (value === unknown) cases.push(`${name} 400`);
  return cases.join('; ') || '— (no guid)';
}

const number = new Map(inventory.map(([index, id]) => [id, String(index)]));

async function cover(x: Inhabited, operation: Operation): Promise<void> {
  const { id } = operation;
  const plan = coveragePlans[id as keyof typeof coveragePlans];
  if (!plan) throw new Error(`${id} has no plan: add it to coverage-plans`);
  const good = await plan.good(x);
  const seen: ErrorCode[] = [];
  let missing: Sent | undefined;
  const each = async (refused: Refused = {}) => {
    for (const [code, make] of Object.entries(refused) as [ErrorCode, NonNullable<Refused[ErrorCode]>][]) {
      const sent = await make(x, good);
      if (code === 'not-found') missing = sent;
      await refuses(x, operation, code, sent);
      seen.push(code);
    }
  };
  const declared = refusalsOf(operation);
  for (const [code, [sent, text]] of Object.entries(derived(x, operation, good))) {
    if (!declared.includes(code as ErrorCode)) continue;
    await refuses(x, operation, code as ErrorCode, sent, text);
    seen.push(code as ErrorCode);
  }
  await each(plan.before);
  const kratos: string[] = [];
  const byKratos = new Map<string, string>();
  for (const [what, [status, make]] of Object.entries(plan.kratos ?? {})) {
    const answer = await send(x, operation, await make(x, good));
    expect([id, what, answer.status]).toEqual([id, what, status]);
    const cause = explainedCause(x, answer);
    // Each of these has an explanation of its own, and none borrows one of another refusal of the operation.
    expect([id, what, byKratos.get(cause) ?? what]).toEqual([id, what, what]);
    byKratos.set(cause, what);
    kratos.push(`${what} ${status}`);
  }
  const nowhere = await unknownCell(x, operation, plan, good, missing);
  const served = await send(x, operation, good);
  expect([id, served.status, served.text]).toEqual([id, operation.withoutBody ?? 200, expect.anything()]);
  if (operation.withoutBody === undefined) operation.answer.parse(served.body);
  await each(plan.later);
  const permission = await permissionCell(x, operation, plan, good);
  expect([id, seen.toSorted()]).toEqual([id, [...declared].toSorted()]);
  const refusals = [...declared.map((code) => `${code} ${errorCatalogue[code].status}`), ...kratos];
  rows.set(
    id,
    `| ${number.get(id) ?? '—'} | ${id} | ${operation.source} | ${served.status} | ${refusals.join(', ') || '— (none)'} | ${permission} | ${nowhere} |`,
  );
}

test('every operation', { timeout: 120_000 }, async () => {
  const x = await inhabit();
  const anew = await returning(x);
  for (const operation of all) {
    await cover(x, operation);
    await anew();
  }
});

const legacyNumbers = [8, 9, 10, 11, 38, 39, 54, 92, 93, 94];

test.each(legacyOperations)(
  '$id of the oldest guide is not served, and the current operation is named',
  async (legacyOperation) => {
    const world = await createWorld();
    const answer = await raw(
      world.app,
      legacyOperation.method,
      legacyOperation.path.replaceAll(/\{\w+\}/g, world.guid),
    );
    expect([answer.status, answer.headers['dcm-reason']]).toEqual([404, 'invalid']);
    expect(answer.headers['dcm-finding']).toContain(`today: ${legacyOperation.today}`);
    expect(explainedCause(world, answer)).toBe('legacy-path');
    const index = legacyNumbers[legacyOperations.indexOf(legacyOperation)];
    rows.set(
      legacyOperation.id,
      `| ${index} | ${legacyOperation.id} | ${legacyOperation.source} | — (legacy) | unknown-path 404, finding REQUEST-02: today ${legacyOperation.today} | — (legacy) | — (legacy) |`,
    );
  },
);

const page = (lines: readonly string[]) => `# Coverage: what is tested of every operation

Generated by \`mock-server/api/coverage.test.ts\` from what it has observed. The test fails if an operation lacks one of these, or if
this page differs from the observations. \`npm run docs\` generates it again.

- **success**: the status of a request that is served; the response is what the contract declares.
- **refusals**: every refusal that the operation declares or that follows from its declaration (\`contract/refusals.ts\`). Status,
  \`DCM-Reason\` and text are those of the catalog, the stored data is unchanged, invalid input leaves a finding, and the
  journal has an explanation for a cause of this very refusal ([refusals.md](refusals.md)). Refusals that
  depend on an option (\`strict\`, \`declined_status\`, \`transfer_rules\`, \`reverse_check\`) are tested in
  \`mock-server/profile-options.test.ts\`.
- **permission**: a session without the permission (JWT by DCM) and a session of another counterparty are refused; under JWT by Bank,
  permissions are up to the bank.
- **unknown guid**: the refusal for each guid in the path or body that does not exist.

The number is that of the operation in this project's inventory of the documentation; operations without a number are Kratos' own.

| # | operation | source | success | refusals | permission | unknown guid |
|---|---|---|---|---|---|---|
${lines.join('\n')}
`;

afterAll(async () => {
  // A run of single tests has seen too little for the page.
  if (rows.size < all.length + legacyOperations.length) return;
  const ids = [...all, ...legacyOperations].map(({ id }) => id);
  const indexOf = (id: string) => Number(/^\| (\d+)/.exec(rows.get(id) ?? '')?.[1] ?? 1000);
  const lines = ids.toSorted((a, b) => indexOf(a) - indexOf(b)).map((id) => rows.get(id) ?? '');
  await expectFresh('docs/coverage.md', page(lines));
});
