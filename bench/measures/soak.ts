import { startProgram } from '../child.js';
import { progress } from '../progress.js';
import { median } from '../statistics.js';
import type { Section } from '../table.js';

const perSecond = 65;
const defaultSeconds = 600;
/** Memory at the end against memory when the journal was full. */
const target = { atMost: 1.1 };
/** Entries of the journal; it is full after a good third of a run, however short that is. */
const mostEntries = 10_000;
const samples = 60;
/** A busy machine gets fewer operations, not all of them at once. */
const mostUnderWay = 50;
const megabyte = 1024 * 1024;

interface Facts {
  readonly url: string;
  readonly guid: string;
  readonly token: string;
  readonly login: { readonly email: string; readonly password: string };
  readonly sender: string;
  readonly receiver: string;
}

interface Sample {
  readonly taken: number;
  readonly rss: number;
  readonly recorded: number;
}

/** The operations, in turn: orders, transfers, lists, a login, refusals, large bodies, the officers' pages. */
function operationsOf({ url, guid, token, login, sender, receiver }: Facts): (() => Promise<number>)[] {
  const json = { authorization: `bearer ${token}`, 'content-type': 'application/json' };
  const send = async (method: string, path: string, body?: object) => {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await fetch(url + path, { method, headers: json, ...sent });
    await answer.arrayBuffer();
    return answer.status;
  };
  const api = `/api/v1/counterparty/${guid}`;
  const order = { sender_id: sender, receiver_id: receiver, amount: 0.01, purpose: 'Soak' };
  const logIn = async () => {
    const flow = await fetch(`${url}/kratos/self-service/login/api`);
    const { id } = (await flow.json()) as { id: string };
    const { email: identifier, password } = login;
    return send('POST', `/kratos/self-service/login?flow=${id}`, {
      method: 'password',
      identifier,
      password,
    });
  };
  const some = [
    () => send('POST', `${api}/payments`, order),
    () => send('GET', `${api}/payments?limit=100`),
    () => send('POST', `/control/v1/simulated-banks/${guid}/transfers`, order),
    () => send('GET', `${api}/accounts`),
    () => send('POST', `${api}/payments`, { ...order, sender_id: 'none' }),
    () => send('GET', `/nowhere/${Math.random()}`),
    () => send('GET', '/control/v1/journal/entries?text=nowhere'),
    () => send('GET', `${api}/employees`),
  ];
  const rareOperations = [
    logIn,
    () => send('POST', `${api}/payments`, { ...order, other: Array(9000).fill('text') }),
    () => send('POST', '/control/v1/journal/await', { match: { operation: 'nothing' }, timeout_ms: 100 }),
    () => send('GET', '/kratos/self-service/recovery/api'),
  ];
  return rareOperations.flatMap((operation) => [...some, ...some, operation]);
}

/** The memory of the mock under steady load: it must not grow once the journal is full. */
export async function measureSoak(seconds = defaultSeconds): Promise<Section> {
  const capacity = Math.min(mostEntries, Math.floor((seconds * perSecond) / 4));
  const program = await startProgram<Facts>('soak', [String(capacity)]);
  const operations = operationsOf(program.facts);
  const statuses = new Map<number, number>();
  const taken: Sample[] = [];
  const underWay = new Set<Promise<void>>();
  try {
    const begun = performance.now();
    let done = 0;
    let sampled = 0;
    for (let now = 0; now < seconds; now = (performance.now() - begun) / 1000) {
      for (; done < now * perSecond && underWay.size < mostUnderWay; done++) {
        const work = (operations[done % operations.length] as () => Promise<number>)()
          .catch(() => 0)
          .then((status) => void statuses.set(status, (statuses.get(status) ?? 0) + 1));
        underWay.add(work);
        void work.then(() => underWay.delete(work));
      }
      if (now >= (sampled * seconds) / samples) {
        sampled += 1;
        taken.push(await program.ask<Sample>('sample'));
        progress(`soak: ${Math.round(now)} of ${seconds} s, ${inMegabytes(taken.at(-1)?.taken ?? 0)} MB`);
      }
      await new Promise((resolve) => setTimeout(resolve, 1000 / perSecond));
    }
    await Promise.all(underWay);
    taken.push(await program.ask<Sample>('sample'));
    return sectionOf({ seconds, done, capacity, taken, statuses });
  } finally {
    await program.stop();
  }
}

interface SoakReport {
  readonly seconds: number;
  readonly done: number;
  readonly capacity: number;
  readonly taken: readonly Sample[];
  readonly statuses: ReadonlyMap<number, number>;
}

function sectionOf({ seconds, done, capacity, taken, statuses }: SoakReport): Section {
  const full = taken.filter(({ recorded }) => recorded >= capacity);
  if (full.length < 6) throw new Error('soak: the journal was not full for long enough to draw a conclusion');
  const third = Math.floor(full.length / 3);
  const of = (some: readonly Sample[]) => median(some.map((sample) => sample.taken));
  const first = of(full.slice(0, third));
  const last = of(full.slice(-third));
  const answers = [...statuses].sort(([one], [other]) => one - other);
  return {
    title: `${done} operations in ${seconds} s, memory once the journal is full`,
    unit: 'MB',
    lines: [
      { what: `at the start, with ${capacity} entries`, figure: inMegabytes(first) },
      { what: 'at the end', figure: inMegabytes(last), ratio: last / first, target },
      { what: 'the most', figure: inMegabytes(Math.max(...full.map((sample) => sample.taken))) },
      { what: 'of the whole process at the end', figure: inMegabytes(taken.at(-1)?.rss ?? 0) },
    ],
    notes: [
      `responses by status, 0 for none: ${answers.map(([status, count]) => `${status} ${count}`).join(', ')}`,
    ],
  };
}

const inMegabytes = (bytes: number): string => (bytes / megabyte).toFixed(1);
