import { exchange } from './journal/exchange.testing.js';
import { startMock } from './start.js';

/**
 * A mock through which pass so many exchanges of 100 kB, of every shape that takes much memory; tells how long a search of its
 * journal then takes. Some are requests; the others are recorded as if they were.
 */
const count = Number(process.argv[2]);
const { mock, url: origin, close } = await startMock({ port: 0, seed: 'memory' });

const length = 100_000;
/** Every so many is a request. */
const oneIn = 50;
const headers = { 'content-type': 'application/json' };
const list = <Item>(size: number, item: (index: number) => Item): Item[] =>
  Array.from({ length: size }, (_, index) => item(index));
const texts = [
  JSON.stringify({ identifier: 'x'.repeat(length) }),
  JSON.stringify({ identifier: 'ю'.repeat(length / 2 - 20) }),
  JSON.stringify({ identifier: list(length / 100, (index) => `${index}`.padEnd(97)) }),
  JSON.stringify(Object.fromEntries(list(length / 25, (index) => [`${index}`.padEnd(19), 1]))),
  `{"identifier":[${'{},'.repeat(length / 3 - 10)}{}]}`,
  '"'.padEnd(length, 'no JSON'),
];

const send = (url: string, body: string) => fetch(origin + url, { method: 'POST', headers, body });

for (let index = 0; index < count; index++) {
  const url = `/kratos/self-service/login?flow=${index}`;
  if (index % oneIn === 0) {
    const answer = await send(url, texts[(index / oneIn) % texts.length] ?? '');
    await answer.arrayBuffer();
    if (answer.status < 400 || answer.status >= 500) throw new Error(`answered ${answer.status}`);
    continue;
  }
  const requestText = texts[index % 2] ?? '';
  const sent = { requestBody: JSON.parse(requestText), requestText, requestHeaders: { 'user-agent': url } };
  mock.journal.record(exchange(mock.journal.nextSeq(), { ...sent, url }));
}
const begun = process.hrtime.bigint();
const found = await send('/control/v1/journal/search', JSON.stringify({ limit: 1000 }));
const ms = Number((process.hrtime.bigint() - begun) / 1_000_000n);
const { entries } = (await found.json()) as { entries: unknown[] };
console.log(JSON.stringify({ status: found.status, entries: entries.length, ms }));
await close();
