import { describe, expect, it } from 'vitest';
import { controlOperations, controlPages } from '../../contract/control/index.js';
import type { Operation } from '../../contract/operation.js';
import { raw, testClient } from '../client.testing.js';
import { createTestMock, type TestMock } from '../mock.testing.js';
import { below } from '../sandboxes/sandboxes.testing.js';

/** Who only reads. */

const controlToken = 'token-of-the-operator';
const viewerToken = 'token-of-a-viewer';
const viewer = { authorization: `bearer ${viewerToken}` };
const error =
  'control API: this token only reads; what changes or reveals something needs that of an operator';
const all = Object.values<Operation>({ ...controlOperations, ...controlPages });

/** Whoever adds an operation says here whether a viewer may call it. */
const forViewers = `awaitHeld awaitJournal compareRuns decodeTransfer getAccess getBoard getClock getControlApi getDelivery
getEntity getEntry getInvariant getKeeping getPlan getProfile getRecon getRegistered getReportPage getRequest getReserve getRun
getRunBundle getRunReport getRunResult getSandbox getTransaction getTransfer latestReport listAllRecons listAudit listDeliveries
listEntities listEntries listFaults listFindings listMail listPeople listRegistered listRequests listRunTargets listRuns
listSandboxes listSnapshots listTokenDefects listTransfers listWholeEntries prepareRequest searchJournal showForeignKeys
streamJournal`;

/** Whoever gets through to an operation is told that there is no such member in its query. */
const ask = (app: TestMock['app'], { method, path }: Operation) =>
  raw(app, method, `${path.replaceAll(/\{\w+\}/g, '1')}?zzzz=1`, viewer);

describe('a viewer', () => {
  it('may call what only looks, and nothing else of the whole table', async () => {
    const mock = await createTestMock({ controlToken, viewerToken });
    const before = mock.rows();
    const served: string[] = [];
    for (const operation of all) {
      const { status, body, headers } = await ask(mock.app, operation);
      if (status !== 403) served.push(operation.id);
      else expect([body, headers['dcm-reason']]).toEqual([{ error }, 'permission']);
    }
    expect(served.sort()).toEqual(forViewers.split(/\s+/));
    expect(mock.rows()).toEqual(before);
  });

  it('is told so, and an operator is not', async () => {
    const mock = await createTestMock({ controlToken, viewerToken });
    const access = async (token: string) =>
      (await raw(mock.app, 'GET', '/control/v1/access', { authorization: `bearer ${token}` })).body;
    expect(await access(viewerToken)).toEqual({ who: 'viewer', reads_only: true });
    expect(await access(controlToken)).toEqual({ who: 'operator', reads_only: false });
    expect(await access('another-token')).toEqual({ error: expect.stringContaining('the control token') });
  });

  it('reads from elsewhere where there is no control token, and changes nothing on this machine either', async () => {
    const mock = await createTestMock({ viewerToken });
    const from = async (method: string, path: string, headers: object) =>
      (await raw(mock.app, method, path, { 'x-forwarded-for': '203.0.113.7', ...headers })).status;
    expect(await from('GET', '/control/v1/clock', viewer)).toBe(200);
    expect(await from('GET', '/control/v1/clock', {})).toBe(403);
    expect(await from('GET', '/control/v1/clock', { ...viewer, 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect((await raw(mock.app, 'POST', '/control/v1/reset', viewer)).body).toEqual({ error });
    expect((await raw(mock.app, 'POST', '/control/v1/reset')).status).toBe(200);
  });

  it('sees which mails there are, without their codes, and no seed of a sandbox', async () => {
    const mock = await createTestMock({ controlToken, viewerToken, sandboxes: {} });
    await mock.control.inviteOfficer({ body: { email: 'officer@dcm.test' } });
    const seen = testClient(mock.app, controlOperations, () => viewer);
    const [mail] = (await mock.control.listMail({})).mails;
    expect(mail?.text).not.toBe('');
    expect((await seen.listMail({})).mails).toEqual([{ ...mail, text: '', code: '' }]);
    const { seed } = await mock.control.createSandbox({ body: { name: 'one' } });
    expect(seed).not.toBe('');
    expect((await seen.listSandboxes({})).sandboxes).toMatchObject([{ name: 'one', seed: '' }]);
    expect(await seen.getSandbox({ params: { name: 'one' } })).toMatchObject({ seed: '' });
  });

  it('of the whole reads in sandboxes, too; one of a sandbox opens nothing outside it', async () => {
    const mock = await createTestMock({ controlToken, viewerToken, sandboxes: {} });
    const one = await mock.control.createSandbox({ body: { name: 'one' } });
    const two = await mock.control.forkSandbox({ params: { name: 'one' }, body: { name: 'two' } });
    const places = [mock.app, below(mock, 'one'), below(mock, 'two')];
    const seen = (method: string, path: string, token: string) =>
      Promise.all(
        places.map(
          async (app) => (await raw(app, method, path, { authorization: `bearer ${token}` })).status,
        ),
      );
    const clock = '/control/v1/clock';
    expect(await seen('GET', clock, viewerToken)).toEqual([200, 200, 200]);
    expect(await seen('GET', clock, one.viewer_token)).toEqual([403, 200, 403]);
    expect(await seen('GET', clock, two.viewer_token)).toEqual([403, 403, 200]);
    for (const token of [viewerToken, one.viewer_token, two.viewer_token])
      expect(await seen('POST', '/control/v1/reset', token)).toEqual([403, 403, 403]);
    expect(await seen('POST', '/control/v1/reset', one.control_token)).toEqual([403, 200, 403]);
    expect(JSON.stringify(await mock.control.listSandboxes({}))).not.toContain(one.viewer_token);
  });
});
