import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createJudge } from '../../bridge/judge/index.js';
import { startProxy } from '../../bridge/proxy/start.js';
import { createMarks } from '../../bridge/recording/marks.js';
import { createRecorder } from '../../bridge/recording/recorder.js';
import { type RecordedExchange, recordedExchange } from '../../contract/recording.js';
import { systemClock, systemTime } from '../../mock-server/system.js';
import { describeBank, freePort, startBank } from '../bank.testing.js';
import { patience, readResult, walks } from '../cli.testing.js';

/** The reference bank and the mock, with the proxy between them in both directions. */

it('is conformant as without it, has no findings, and shows no secret', { timeout: patience }, async () => {
  const bank = await startBank();
  const port = await freePort();
  const lines: string[] = [];
  const recorder = createRecorder({
    mark: createMarks(Buffer.from('key')),
    secrets: [],
    judge: createJudge(),
    write: (line) => void lines.push(line),
    shown: () => {},
  });
  const here = { host: '127.0.0.1', port: 0, trust: {} };
  const proxy = await startProxy({
    forward: { ...here, upstream: `http://127.0.0.1:${port}` },
    reverse: {
      ...here,
      urls: {
        user_auth_url: `${bank.url}/user_auth`,
        user_key_url: `${bank.url}/key`,
        user_id_url: `${bank.url}/external_id`,
        callback_url: bank.url,
        sign_url: `${bank.url}/sign`,
      },
    },
    wallClock: systemClock,
    now: systemTime.now,
    record: recorder.ask,
    report: console.error,
  });
  onTestFinished(proxy.close);
  const { forwardUrl, reverseUrl: url } = proxy;
  const config = await describeBank(bank, {
    dcm: { port, public_url: forwardUrl },
    bank: { auth_url: url, callback_url: url, sign_url: url, schemes: ['dcm'] },
    plan: { multisignature: true },
  });
  const report = join(bank.at, 'reports');
  const { codes, secrets } = await walks({ config, report, steps: '6-7,10-13' });
  const { scenarios, errors } = await readResult(report);
  const odd = scenarios.filter(({ verdict }) => !/^(?:passed|simulated|not-selected)$/.test(verdict));
  expect([codes, errors, odd.map(({ id, verdict, note }) => ({ id, verdict, note }))]).toEqual([[0], [], []]);

  const exchanges: RecordedExchange[] = lines.map((line) => recordedExchange.parse(JSON.parse(line)));
  const operations = new Set(exchanges.map(({ operation }) => operation));
  expect([...operations]).toEqual(
    expect.arrayContaining([
      'getDcmJwks',
      'submitLogin',
      'issueIdentifiers',
      'user_auth',
      'key',
      'external_id',
      'sign',
    ]),
  );
  expect(exchanges.filter(({ findings }) => findings.length > 0)).toEqual([]);
  const issued = exchanges.find(
    ({ operation, status }) => operation === 'issueIdentifiers' && status === 200,
  );
  const asked = exchanges.filter(({ cause, direction }) => direction === 'out' && cause === issued?.seq);
  expect(asked.length).toBeGreaterThan(0);
  expect(secrets.length).toBeGreaterThan(20);
  const text = lines.join('\n');
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
});
