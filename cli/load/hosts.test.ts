import { expect, it } from 'vitest';
import { isPrivateHost } from './hosts.js';

it.each([
  ...[
    'localhost',
    '127.0.0.1',
    '127.8.8.8',
    '[::1]',
    '10.0.0.7',
    '172.16.0.1',
    '172.31.255.1',
    '192.168.1.1',
  ],
  ...['[fd00::1]', '[fe80::1]', 'bank', 'host.docker.internal', 'bank.local', 'auth.bank.test'],
])('%s is private', (host) => {
  expect(isPrivateHost(host)).toBe(true);
});

it.each([
  ...['bank.example.com', '8.8.8.8', '172.32.0.1', '172.15.0.1', '192.169.1.1', '100.1.1.1', '[2001:db8::1]'],
  ...['10.evil.example', 'localhost.evil.example', '192.168.1.1.evil.example', 'fd00.evil.example'],
])('%s is not', (host) => {
  expect(isPrivateHost(host)).toBe(false);
});
