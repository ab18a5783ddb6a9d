import { expect, it } from 'vitest';
import { driver, driverKinds, secretsOf } from './driver.js';

const examples = {
  http: { kind: 'http', url: 'http://127.0.0.1:1/acts', token: 'marked' },
  command: { kind: 'command', run: ['act'] },
  manual: { kind: 'manual' },
  builtin: { kind: 'builtin', private_jwk: './key.json' },
  none: { kind: 'none' },
};

it.each(driverKinds)('knows the secrets of the driver %s by its kind', (kind) => {
  const config = driver.parse(examples[kind]);
  expect(secretsOf(config)).toEqual(kind === 'http' ? ['marked'] : []);
  // A kind that has no secrets says so itself: a member of this name proves nothing.
  expect(secretsOf({ ...config, token: 'foreign' } as typeof config)).toEqual(
    kind === 'http' ? ['foreign'] : [],
  );
});
