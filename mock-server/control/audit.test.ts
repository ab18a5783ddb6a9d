import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { controlOperations } from '../../contract/control/index.js';
import { wholeList } from '../../contract/control/portions.js';
import type { Operation } from '../../contract/operation.js';
import { redactBody } from '../../contract/redact.js';
import { raw, testClient } from '../client.testing.js';
import { createAudit, mostActs, mostRefused } from '../journal/audit.js';
import { createTestMock } from '../mock.testing.js';
import { bank, controlOf } from '../sandboxes/sandboxes.testing.js';

/** What is remembered of what was done through the control API. */

const controlToken = 'token-of-the-operator';
const viewerToken = 'token-of-a-viewer';
const bearer = (token: string) => ({ authorization: `bearer ${token}` });

describe('the audit list', () => {
  it('has what changes or reveals something, with who, from where and how it ended; no body', async () => {
    const mock = await createTestMock({ controlToken, viewerToken });
    await mock.control.getClock({});
    await mock.control.inviteOfficer({ body: { email: 'officer@dcm.test' } });
    const [mail] = (await mock.control.listMail({})).mails;
    const guid = mail?.guid ?? '';
    const named = { ...bearer(controlToken), 'x-request-id': 'of-the-caller', 'x-forwarded-for': '10.1.2.3' };
    await raw(mock.app, 'GET', `/control/v1/mailbox/${guid}`, named);
    await raw(mock.app, 'POST', '/control/v1/clock', bearer(controlToken));
    const { acts, next } = await mock.control.listAudit({});
    expect(next).toBe('');
    expect(acts).toMatchObject([
      { operation: 'moveClock', status: 400 },
      {
        operation: 'getMail',
        params: { guid },
        status: 200,
        request_id: 'of-the-caller',
        forwarded_for: '10.1.2.3',
      },
      { seq: 1, operation: 'inviteOfficer', who: 'operator', status: 200, params: {} },
    ]);
    expect(acts[2]).toMatchObject({
      at: new Date(mock.time.clock.now()).toISOString(),
      address: expect.stringMatching(/127\.0\.0\.1$/),
      request_id: expect.stringMatching(/^request-/),
    });
    const text = JSON.stringify(acts);
    for (const secret of [controlToken, 'officer@dcm.test', 'text']) expect(text).not.toContain(secret);
  });

  it('has what was refused for its caller, pages included', async () => {
    const mock = await createTestMock({ controlToken, viewerToken });
    await raw(mock.app, 'POST', '/control/v1/reset', bearer(viewerToken));
    await raw(mock.app, 'GET', '/control/v1/clock', bearer('a-wrong-token'));
    await raw(mock.app, 'GET', '/control/v1/runs/7/report.html');
    const { acts } = await testClient(mock.app, controlOperations, () => bearer(viewerToken)).listAudit({});
    expect(acts).toMatchObject([
      { operation: 'getRunReport', who: 'nobody', status: 403, params: { id: '7' } },
      { operation: 'getClock', who: 'nobody', status: 403 },
      { operation: 'reset', who: 'viewer', status: 403 },
    ]);
    expect(JSON.stringify(acts)).not.toContain('a-wrong-token');
  });

  it('names what was made, copied or meant, also if its name was chosen by the mock', async () => {
    const mock = await createTestMock({ sandboxes: {} });
    const { name } = await mock.control.createSandbox({ body: {} });
    const { control_token } = await mock.control.forkSandbox({ params: { name }, body: { name: 'copy' } });
    await mock.control.createSandbox({ body: { name: 'copy' } }).catch(() => {});
    await mock.control.takeSnapshot({ body: {} });
    await mock.control.dropSnapshots({ query: { name: 'default' } });
    const body = { ...bank('bank1'), description: 'not a name' };
    const { guid } = await mock.control.registerCounterparty({ body });
    const { acts } = await mock.control.listAudit({});
    expect(acts.map(({ operation, params, names, status }) => [operation, params, names, status])).toEqual([
      ['registerCounterparty', {}, { alias: 'bank1', guid }, 200],
      ['dropSnapshots', {}, { name: 'default' }, 200],
      ['takeSnapshot', {}, { name: 'default' }, 200],
      ['createSandbox', {}, { name: 'copy' }, 400],
      ['forkSandbox', { name }, { name: 'copy' }, 200],
      ['createSandbox', {}, { name }, 200],
    ]);
    const text = JSON.stringify(acts);
    for (const hidden of [control_token, 'not a name']) expect(text).not.toContain(hidden);
  });

  it('takes names that there are, and none that is a secret', () => {
    const shape = (schema: z.ZodType | undefined) => (schema instanceof z.ZodObject ? schema.shape : {});
    for (const { names = [], query, body, answer } of Object.values<Operation>(controlOperations))
      for (const name of names) {
        expect({ ...shape(query), ...shape(body), ...shape(answer) }).toHaveProperty(name);
        expect(redactBody({ [name]: 'text' })).toEqual({ [name]: 'text' });
      }
  });

  it('says who it was without a token, and in the process itself', async () => {
    const mock = await createTestMock();
    await mock.control.endSessions({ body: {} });
    const init = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
    await mock.inProcess('http://dcm.test/control/v1/sessions/end', init);
    const { acts } = await mock.control.listAudit({});
    expect(acts.map(({ who, address }) => [who, address === ''])).toEqual([
      ['process', true],
      ['loopback', false],
    ]);
  });

  it('survives a reset and a snapshot', async () => {
    const { control } = await createTestMock();
    await control.takeSnapshot({ body: {} });
    await control.reset({ body: {} });
    await control.restoreSnapshot({ body: {} }).catch(() => {});
    const { acts } = await control.listAudit({});
    expect(acts.map(({ operation }) => operation)).toEqual(['restoreSnapshot', 'reset', 'takeSnapshot']);
  });

  it('is one for each sandbox', async () => {
    const mock = await createTestMock({ controlToken, sandboxes: {} });
    const one = await mock.control.createSandbox({ body: { name: 'one' } });
    await controlOf(mock, 'one', one.control_token).reset({ body: {} });
    await controlOf(mock, 'one', controlToken).endSessions({ body: {} });
    const of = async (control: typeof mock.control) =>
      (await control.listAudit({})).acts.map(({ who, operation }) => [who, operation]);
    expect(await of(controlOf(mock, 'one', one.control_token))).toEqual([
      ['operator', 'endSessions'],
      ['sandbox', 'reset'],
    ]);
    expect(await of(mock.control)).toEqual([['operator', 'createSandbox']]);
  });

  it('keeps the newest; strangers push out no act, and long texts are cut', async () => {
    const audit = createAudit();
    const act = {
      at: '',
      who: 'operator',
      address: '',
      forwarded_for: '',
      operation: 'reset',
      names: { name: 'y'.repeat(5000) },
      status: 200,
    } as const;
    audit.record({ ...act, params: { jwks: 'x'.repeat(5000) }, request_id: '1' }, false);
    for (let index = 0; index < mostRefused + 5; index++)
      audit.record({ ...act, params: {}, request_id: '', status: 403 }, true);
    const all = await wholeList(
      async ({ after }) => audit.page(after === undefined ? Number.POSITIVE_INFINITY : Number(after), 100),
      ({ acts }) => acts,
    );
    expect(all).toHaveLength(mostRefused + 1);
    expect(all.map(({ seq }) => seq)).toEqual(all.map(({ seq }) => seq).sort((a, b) => b - a));
    expect(all.at(-1)).toMatchObject({ seq: 1, params: { jwks: `${'x'.repeat(200)}…` } });
    expect(all.at(-1)?.names).toEqual({ name: `${'y'.repeat(200)}…` });
    for (let index = 0; index < mostActs; index++)
      audit.record({ ...act, params: {}, request_id: '' }, false);
    expect(audit.page(2, 10)).toEqual({ acts: [], next: '' });
  });
});
