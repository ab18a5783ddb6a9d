import { expect, test } from 'vitest';
import { type ErrorCode, type ErrorEntry, errorCatalogue } from '../../contract/errors.js';
import type { Operation } from '../../contract/operation.js';
import { operations } from '../../contract/operations/index.js';
import { answerOptions } from '../../contract/profile/answers.js';
import { defaultProfile, listedValues, type Profile, profileOptions } from '../../contract/profile/index.js';
import { unjudged } from '../client.testing.js';
import { settled } from '../world.testing.js';
import { coveragePlans } from './coverage-plans.testing.js';
import { send } from './coverage-send.testing.js';
import { type Inhabited, inhabit, returning, type Sent, unknown } from './coverage-world.testing.js';

/**
 * No value of an option of the answers contradicts a documented fact: every operation is served under each of them,
 * and what its page publishes (D) is as under the default options: the status, the members and their types.
 */

const names = [...Object.keys(answerOptions), 'declined_status'] as (keyof typeof answerOptions)[];

const values: readonly (readonly [keyof Profile, unknown])[] = names.flatMap((name) =>
  (listedValues(name) ?? [1, 2])
    .filter((value) => value !== defaultProfile[name])
    .map((value) => [name, value] as const),
);

const served: readonly Operation[] = Object.values(operations).filter(
  ({ path, caller }) => !path.startsWith('/kratos/') && caller !== 'public',
);

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Lets the delays of a varied response pass. */
async function sentTo(x: Inhabited, operation: Operation, sent: Sent, text?: string): Promise<Answer> {
  let done = false;
  const answer = Promise.resolve(send(x, operation, sent, text, unjudged)).finally(() => {
    done = true;
  });
  while (!done) {
    await settled();
    const wait = (x.time.next() ?? Number.POSITIVE_INFINITY) - x.time.clock.now();
    if (wait <= 30) x.time.pass(wait);
  }
  return answer;
}

const typeOf = (value: unknown): string =>
  Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;

/** Where a body lacks a member of the usual one, or has another type there. */
function departures(usual: unknown, other: unknown, place = 'body'): string[] {
  if (typeOf(usual) !== typeOf(other)) return [`${place}: ${typeOf(other)} instead of ${typeOf(usual)}`];
  if (typeof usual !== 'object' || usual === null) return [];
  if (Array.isArray(usual)) {
    const [first] = other as unknown[];
    return usual.length === 0 || first === undefined ? [] : departures(usual[0], first, `${place}[0]`);
  }
  return Object.entries(usual).flatMap(([name, value]) =>
    departures(value, (other as Record<string, unknown>)[name], `${place}.${name}`),
  );
}

const isDocumented = ({ source, assumed = {} }: Operation): boolean =>
  source.startsWith('D ') && assumed.answer === undefined && assumed['answer.'] === undefined;

/** Pages that publish 200 and 400 for each of their operations; written out here, not taken from the contract. */
const pagesWithBoth = /^D (JWTA|ROLE|BR|BR-ACC|SEG)$/;

const assumedMembers = ({ assumed = {} }: Operation): string[] =>
  Object.keys(assumed).map((place) => place.replace('answer.', 'body.'));

const parsed = (text: string): unknown => (text === '' ? undefined : JSON.parse(text));

/** Refusals whose words and status a page publishes (ERR), and one of each operation whose page publishes 400. */
async function refusalsOf(x: Inhabited, operation: Operation, good: Sent): Promise<Refusal[]> {
  const found: Refusal[] = [
    { says: 'Access credentials are invalid', status: 401, sent: { ...good, token: 'nobody', headers: {} } },
  ];
  if (pagesWithBoth.test(operation.source) && operation.body)
    found.push({ says: /^{"(error|message)":"invalid JSON/, status: 400, sent: good, text: '{' });
  const plan = coveragePlans[operation.id as keyof typeof coveragePlans];
  for (const [code, make] of Object.entries({ ...plan?.before })) {
    const { source, message, status }: ErrorEntry = errorCatalogue[code as ErrorCode];
    const says = JSON.stringify(message.replace(/\{.*/, '')).slice(1, 40).replace(/"$/, '');
    if (source === 'D ERR' && status === 400) found.push({ says, status, sent: await make(x, good) });
  }
  return found;
}

interface Refusal {
  readonly says: string | RegExp;
  readonly status: number;
  readonly sent: Sent;
  readonly text?: string;
}

/** What can change a refusal, the success of a read, and that of a write. */
const ofRefusals: readonly string[] = ['refusal_status', 'error_body', 'declined_status', 'tolerances'];
const ofReads: readonly string[] = names.filter(
  (name) => name === 'tolerances' || (!ofRefusals.includes(name) && name !== 'act_status'),
);
const ofWrites: readonly string[] = ['act_status', 'amounts', 'dates', 'tolerances'];

/** What a value changes of an operation although it is documented. */
function contradictions(operation: Operation, usual: Answer, other: Answer): string[] {
  const open = assumedMembers(operation);
  const published = isDocumented(operation)
    ? departures(parsed(usual.text), parsed(other.text)).filter(
        (departure) => !open.some((place) => departure.startsWith(`${place}:`)),
      )
    : [];
  const fixed = isDocumented(operation) || pagesWithBoth.test(operation.source);
  return fixed && usual.status !== other.status ? [...published, `status ${other.status}`] : published;
}

async function under(x: Inhabited, name: keyof Profile, value: unknown, work: () => Promise<void>) {
  const more = name === 'intermediate_status' ? { posting: 'async' as const } : {};
  await x.control.updateProfile({ body: { ...more, [name]: value } });
  await work();
  await x.control.updateProfile({ body: { posting: 'sync', [name]: defaultProfile[name] } });
}

test('what is documented stays under every value', { timeout: 240_000 }, async () => {
  const x = await inhabit();
  const anew = await returning(x);
  const wrong: string[] = [];
  for (const operation of served) {
    const { id, method } = operation;
    const good = (await coveragePlans[id as keyof typeof coveragePlans]?.good(x)) ?? {};
    const refusals = await refusalsOf(x, operation, good);
    await x.control.takeSnapshot({ body: { name: 'ready' } });
    const usual = await sentTo(x, operation, good);
    expect([id, usual.status]).toEqual([id, operation.withoutBody ?? 200]);
    for (const [name, value] of values) {
      const successes = (method === 'GET' ? ofReads : ofWrites).includes(name);
      if (successes && method !== 'GET') await x.control.restoreSnapshot({ body: { name: 'ready' } });
      await under(x, name, value, async () => {
        const because = `${name}: ${value}: ${id}`;
        if (ofRefusals.includes(name))
          for (const { says, status, sent, text } of refusals) {
            const answer = await sentTo(x, operation, sent, text);
            const said = typeof says === 'string' ? answer.text.includes(says) : says.test(answer.text);
            if (answer.status !== status || !said)
              wrong.push(`${because} ${says}: ${answer.status} ${answer.text}`);
          }
        if (!successes) return;
        const other = await sentTo(x, operation, good);
        if (other.status >= 300) wrong.push(`${because} is refused: ${other.text}`);
        else wrong.push(...contradictions(operation, usual, other).map((one) => `${because} ${one}`));
      });
    }
    await anew();
  }
  expect(wrong).toEqual([]);
});

test('the lists of digital entities in other forms than published make a run non-standard', () => {
  const { relaxedBy } = profileOptions.accounts_list;
  expect(relaxedBy).toEqual(listedValues('accounts_list')?.filter((value) => value !== 'array'));
  for (const name of names) expect(profileOptions[name].relaxedBy).toBeUndefined();
});

test('a request for what does not exist is answered as the option says', async () => {
  const x = await inhabit();
  await x.control.updateProfile({ body: { refusal_status: 404 } });
  const answer = await sentTo(x, operations.getPayment, { params: { payment_guid: unknown } });
  expect(answer).toMatchObject({ status: 404, text: '{"error":"payment not found"}' });
});
