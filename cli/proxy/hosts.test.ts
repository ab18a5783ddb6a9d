import { expect, it } from 'vitest';
import { isStageHost, requireStageHosts } from './hosts.js';

it.each([
  ['api-bank1-integrate.example'],
  ['api.xxx.processing-stage.dcm.example'],
  ['api.bank1.integrate'],
  ['stage2.dcm.example'],
  ['sandbox.dcm.example'],
  ['127.0.0.1'],
  ['[::1]'],
  ['10.1.2.3'],
  ['localhost'],
  ['dcm.internal'],
])('%s is a stage', (host) => expect(isStageHost(host)).toBe(true));

it.each([
  ['api.dcm.example'],
  ['latest.dcm.example'],
  ['backstage.dcm.example'],
  ['8.8.8.8'],
  ['contest-api.example'],
])('%s may be production', (host) => {
  expect(isStageHost(host)).toBe(false);
  expect(() => requireStageHosts(['', `https://${host}:444/x`], [])).toThrow(`--allow-host ${host}`);
  expect(requireStageHosts([`https://${host}/x`], [host])).toBeUndefined();
});
