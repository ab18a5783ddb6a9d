import type { Drift, DriftPlace } from '../../contract/drift.js';

/** Results of `dcm drift`, written by hand. */

const place: DriftPlace = { recording: 'stage.ndjson', seq: 12, operation: 'listAccounts' };
const same = (text: string) => ({ en: text, uk: text });

export const agreeing = (): Drift => ({
  drift: 1,
  recordings: ['stage.ndjson'],
  upstream: 'https://stage.example',
  begun: '2026-01-05T12:00:00.000Z',
  exchanges: 40,
  unknown_exchanges: 0,
  against: '',
  questions: [
    {
      unknown: 'U-06',
      asks: same('How long are the tokens of DCM valid?'),
      weight: 'behaves',
      verdict: 'confirmed',
      shown: [
        {
          reading: '60',
          says: same('60 seconds'),
          options: { dcm_token_ttl_s: 60 },
          assumed: true,
          count: 7,
          first: place,
        },
      ],
      live: same('Judge a token by its own exp.'),
    },
    {
      unknown: '-',
      asks: same('How does DCM connect to the bank?'),
      weight: 'looks',
      verdict: 'not-seen',
      shown: [],
      live: same('Read headers without regard to case.'),
    },
  ],
  differences: [],
  operations: [],
  exit_code: 0,
});

export const differing = (): Drift => ({
  ...agreeing(),
  recordings: ['stage.ndjson', 'stage.2.ndjson'],
  unknown_exchanges: 3,
  against: 'learned.json',
  questions: [
    {
      unknown: 'U-26',
      asks: same('Which form does the response of listAccounts have?'),
      weight: 'breaks',
      verdict: 'contradicted',
      shown: [
        {
          reading: 'object',
          says: same('the object alone'),
          options: { accounts_list: 'object' },
          assumed: false,
          count: 2,
          first: place,
        },
        {
          reading: '',
          says: same('none of the readings: <b>a list</b>'),
          options: {},
          assumed: false,
          count: 1,
          first: place,
        },
        {
          reading: 'array',
          says: same('an array'),
          options: { accounts_list: 'array' },
          assumed: true,
          count: 1,
          first: place,
        },
      ],
      live: same('Read the list in every form.'),
    },
    ...agreeing().questions,
  ],
  differences: [
    {
      kind: 'unknown-text',
      weight: 'looks',
      operation: 'createPayment',
      what: '<script>alert("\u001b[31m")</script>',
      expected: '',
      came: '',
      count: 1,
      of: 4,
      first: place,
    },
    {
      kind: 'other-member',
      weight: 'breaks',
      operation: 'getPayment',
      what: 'amount',
      expected: 'number',
      came: '"10.50"',
      count: 2,
      of: 2,
      first: place,
    },
  ],
  operations: [
    {
      operation: 'confirmPayment',
      direction: 'in',
      count: 2,
      statuses: [{ status: 200, count: 2 }],
      median_ms: 40,
      p95_ms: 1200,
      limit_ms: null,
      late: 0,
      calls: [
        { call: 'key', flow: 'sign-in', obj: 'ext-1', count: 2, lifetime_s: { least: 60, most: 1200 } },
        { call: 'transfer', flow: '', obj: '', count: 2, lifetime_s: null },
      ],
      orders: [{ order: ['external_id', 'key', 'transfer'], count: 2 }],
    },
    {
      operation: 'key',
      direction: 'out',
      count: 2,
      statuses: [
        { status: 200, count: 1 },
        { status: 0, count: 1 },
      ],
      median_ms: 12,
      p95_ms: 1400,
      limit_ms: 1000,
      late: 1,
      calls: [],
      orders: [],
    },
  ],
  exit_code: 1,
});
