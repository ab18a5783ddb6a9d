import { describe, expect, test } from 'vitest';
import { trustedProxiesOf } from './trusted-proxies.js';

/** `--trust-proxy`: whom the mock believes what it says of the URL. */

test.each([
  ['loopback', ['127.0.0.1', '::1', '::ffff:127.0.0.1'], ['10.0.0.9', '203.0.113.7', undefined]],
  ['none', [], ['127.0.0.1', '::1', '10.0.0.9', undefined]],
  ['10.0.0.9', ['10.0.0.9', '::ffff:10.0.0.9'], ['10.0.0.8', '127.0.0.1', undefined]],
  ['10.0.0.0/8, loopback', ['10.200.0.1', '127.0.0.1'], ['11.0.0.1', 'no address', '']],
  ['fd00::/8', ['fd12::1'], ['fe80::1', '10.0.0.9']],
] as const)('%s', (text, trusted, others) => {
  const trusts = trustedProxiesOf(text);
  expect([trusted.filter(trusts), others.filter(trusts)]).toEqual([trusted, []]);
});

describe('what is none of them is refused', () => {
  test.each([
    '',
    'all',
    '10.0.0.0/33',
    '10.0.0.0/',
    '10.0.0.0/8/8',
    'fd00::/129',
    'loopback,',
    'none,loopback',
    'proxy.local',
  ])('%j', (text) => {
    expect(() => trustedProxiesOf(text)).toThrow(`--trust-proxy ${text}: expected none, loopback, addresses`);
  });
});
