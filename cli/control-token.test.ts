import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { controlTokenOf, metricsTokenOf, viewerTokenOf } from './control-token.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dcm-token-'));
});
afterEach(() => rm(folder, { recursive: true }));

const token = 'a-token-of-some-length';
async function file(content: string): Promise<string> {
  await writeFile(join(folder, 'token'), content);
  return join(folder, 'token');
}

test('comes from the argument, a file, or the environment, in this order', async () => {
  const environment = { DCM_CONTROL_TOKEN: 'of-the-environment' };
  const controlTokenFile = await file(`${token}\n`);
  expect(await controlTokenOf({ controlToken: token }, environment)).toBe(token);
  expect(await controlTokenOf({ controlTokenFile }, environment)).toBe(token);
  expect(await controlTokenOf({}, environment)).toBe('of-the-environment');
  expect(await controlTokenOf({}, {})).toBeUndefined();
});

test.each([
  ['', 'empty'],
  ['   ', 'empty'],
  ['\n', 'empty'],
  ['short', 'too short'],
  ['with a space in it', 'characters'],
  ['кириличний-токен', 'characters'],
])('%j is refused, wherever it comes from', async (given, problem) => {
  for (const way of [
    async () => controlTokenOf({ controlToken: given }, {}),
    async () => controlTokenOf({}, { DCM_CONTROL_TOKEN: given }),
    async () => controlTokenOf({ controlTokenFile: await file(given) }, {}),
  ]) {
    await expect(way()).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining(problem),
    });
  }
});

test('a file that cannot be read, and two ways at once', async () => {
  const controlTokenFile = join(folder, 'nowhere');
  await expect(controlTokenOf({ controlTokenFile }, {})).rejects.toThrow('cannot be read');
  await expect(controlTokenOf({ controlTokenFile, controlToken: token }, {})).rejects.toThrow('not both');
});

test('the token of /metrics comes from a file or the environment, and is none of the control API', async () => {
  expect(await metricsTokenOf(await file(`${token}\n`), { DCM_METRICS_TOKEN: 'of-the-environment' })).toBe(
    token,
  );
  expect(await metricsTokenOf(undefined, { DCM_METRICS_TOKEN: 'of-the-environment' })).toBe(
    'of-the-environment',
  );
  expect(await metricsTokenOf(undefined, {})).toBeUndefined();
  await expect(metricsTokenOf(await file('short'), {})).rejects.toThrow(
    '--metrics-token-file: the metrics token is too short: at least 8 characters',
  );
  await expect(metricsTokenOf(join(folder, 'nowhere'), {})).rejects.toThrow('cannot be read');
});

test('the token that only reads comes from a file or the environment, and is not the control token', async () => {
  const of = { DCM_VIEWER_TOKEN: 'of-the-environment' };
  expect(await viewerTokenOf(await file(`${token}\n`), undefined, of)).toBe(token);
  expect(await viewerTokenOf(undefined, undefined, of)).toBe('of-the-environment');
  expect(await viewerTokenOf(undefined, undefined, {})).toBeUndefined();
  await expect(viewerTokenOf(await file('short'), undefined, {})).rejects.toThrow(
    '--viewer-token-file: the viewer token is too short: at least 8 characters',
  );
  await expect(viewerTokenOf(undefined, 'of-the-environment', of)).rejects.toThrow(
    'DCM_VIEWER_TOKEN: the viewer token must not be the control token',
  );
});
