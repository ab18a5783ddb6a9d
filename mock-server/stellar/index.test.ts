import { expect, it, vi } from 'vitest';
import { createStellar } from './index.js';

const loaded = vi.hoisted(() => vi.fn());

vi.mock('@stellar/stellar-base', async (original) => {
  loaded();
  return original();
});

it('loads stellar-base when it is first needed, and seals do not need it', async () => {
  const stellar = createStellar({ networkPassphrase: 'any' });
  stellar.open(stellar.seal('seed', 'secret', new Uint8Array(12)), 'secret');
  expect(loaded).not.toHaveBeenCalled();
  await stellar.keyPair(new Uint8Array(32));
  await stellar.keyPair(new Uint8Array(32));
  expect(loaded).toHaveBeenCalledTimes(1);
});
