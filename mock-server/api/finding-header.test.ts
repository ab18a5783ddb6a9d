import { get } from 'node:http';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../contract/control/journal.js';
import { operations } from '../../contract/operations/index.js';
import { raw } from '../client.testing.js';
import { listening } from '../listening.testing.js';
import { createWorld } from '../world.testing.js';
import { findingHeader } from './reply.js';

/** The header `DCM-Finding` tells findings in short, so that every client takes the answer; the journal has more of them, and their letters. */

/** Node's client, as many others, refuses an answer with more than this many bytes of headers. */
const mostOfClients = 16 * 1024;
const isAscii = (text: string) => /^[\x20-\x7e]*$/.test(text);

const finding = (text: string): Finding => ({ rule: 'REQUEST-01', level: 'should', text });

describe('the header', () => {
  test.each<[string, Finding[], RegExp]>([
    ['one of 100 kB', [finding('x'.repeat(100_000))], /^REQUEST-01 should: x{400}\.\.\.$/],
    ['a thousand', Array(1000).fill(finding('y'.repeat(100))), /; \d+ more in the journal$/],
    [
      'letters and lines',
      [finding('сума\r\nSet-Cookie: a=b\0')],
      /^REQUEST-01 should: \?{6}Set-Cookie: a=b\?$/,
    ],
    ['halves of a pair', [finding(`${'\ud83d\ude00'.repeat(200)}!`)], /^REQUEST-01 should: \?+\.*!?$/],
  ])('of %s is short, and ASCII', (_what, findings, form) => {
    const header = findingHeader(findings);
    expect(header.length).toBeLessThan(mostOfClients / 4);
    expect(isAscii(header)).toBe(true);
    expect(header).toMatch(form);
  });

  test('says how many it leaves out', () => {
    const header = findingHeader(Array(50).fill(finding('z'.repeat(300))));
    const shown = header.split('; ').filter((text) => text.startsWith('REQUEST-01')).length;
    expect(header).toContain(`; ${50 - shown} more in the journal`);
  });
});

test.each([
  ['720 characters', 90, /^CUSTOMER-04 segment (?:сегмент ){90} has no account type/],
  ['9992 characters', 1249, /^CUSTOMER-04 segment (?:сегмент ){120}.*\[… \d+ more characters\]$/],
])(
  'of a finding that quotes %s arrives with its answer, and the journal has their letters',
  async (_length, times, kept) => {
    const world = await createWorld();
    const base = await listening(world.app);
    const segment = 'сегмент '.repeat(times);
    const path = operations.createCustomer.path.replace('{counterparty_guid}', world.guid);
    const answer = await fetch(base + path, {
      method: 'POST',
      headers: { authorization: `bearer ${world.session}`, 'content-type': 'application/json' },
      body: JSON.stringify({ login: 'ann', asset_code: 'UAH', asset_issuer: world.issuer, segment }),
    });
    const header = answer.headers.get('dcm-finding') ?? '';
    expect([answer.status, isAscii(header)]).toEqual([200, true]);
    expect(header).toContain('CUSTOMER-04');
    expect(header.length).toBeLessThan(mostOfClients / 4);
    expect(await answer.json()).toMatchObject({ guid: expect.any(String) });
    expect(world.findings()).toContainEqual(expect.stringMatching(kept));
  },
);

test('of the longest names in a query and a path arrives, too', async () => {
  const world = await createWorld();
  const base = await listening(world.app);
  const names = Array.from({ length: 200 }, (_, index) => `${encodeURIComponent('назва')}${index}=1`).join(
    '&',
  );
  const path = operations.listPayments.path.replace('{counterparty_guid}', world.guid);
  const headers = await new Promise<NodeJS.Dict<string | string[]>>((resolve, reject) =>
    get(`${base}${path}?${names}`, { headers: { authorization: `bearer ${world.session}` } }, (answer) => {
      answer.resume();
      resolve(answer.headers);
    }).on('error', reject),
  );
  expect(headers['dcm-finding']).toMatch(/^REQUEST-01 should: undocumented in query: \?+0, /);
  const lost = await raw(world.app, 'GET', `/api/v1/${encodeURIComponent('шлях').repeat(300)}`);
  expect([lost.status, isAscii(lost.headers['dcm-finding'] ?? '')]).toEqual([404, true]);
});
