import { mkdtempSync } from 'node:fs';
import { Agent, createServer, type RequestListener, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createJudge } from '../../bridge/judge/index.js';
import { startProxy } from '../../bridge/proxy/start.js';
import { createMarks } from '../../bridge/recording/marks.js';
import { createRecorder } from '../../bridge/recording/recorder.js';
import { createRecording } from '../../bridge/recording/writer.js';
import { systemClock, systemRandom, systemTime } from '../../mock-server/system.js';
import { answer, oneOf, tell } from './talk.js';

/**
 * One of the three: a stage that answers after so many milliseconds, a bare pass-through to a stage, and `dcm proxy` with its
 * recording.
 */
const [, , what, upstream = ''] = process.argv;
const kind = oneOf(['stage', 'bare', 'ours'], what);

const payment = JSON.stringify({
  guid: '7d7b4c9a-8f0e-4c55-9a53-0f6ad2f6f8a1',
  status: 'CREATED',
  amount: 12.5,
  note: 'x'.repeat(300),
});

const stage =
  (afterMs: number): RequestListener =>
  (incoming, response) => {
    const respond = () => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': payment.length });
      response.end(payment);
    };
    incoming.resume().on('end', () => (afterMs === 0 ? respond() : setTimeout(respond, afterMs)));
  };

/** What anybody writes who needs a pass-through. */
function bare(): RequestListener {
  const agent = new Agent({ keepAlive: true });
  return (incoming, response) => {
    const { method, headers } = incoming;
    const outgoing = request(`${upstream}${incoming.url}`, { method, headers, agent }, (from) => {
      response.writeHead(from.statusCode ?? 0, from.headers);
      from.pipe(response);
    });
    incoming.pipe(outgoing);
  };
}

async function ours(): Promise<void> {
  const file = join(mkdtempSync(join(tmpdir(), 'dcm-bench-')), 'stage.ndjson');
  const versions = { dcm: '0', node: process.version };
  const recording = createRecording(file, {
    run: { recording: 1, begun: new Date(systemClock.now()).toISOString(), upstream, bank: '', versions },
    failed: (cause) => console.error(cause),
    mended: () => {},
  });
  const recorder = createRecorder({
    mark: createMarks(systemRandom(32)),
    secrets: ['Officer-1-secret', 'a-token-of-the-bank', 'a-seed-of-the-bank'],
    judge: createJudge(),
    write: recording.write,
    shown: () => {},
  });
  const { forwardUrl } = await startProxy({
    forward: { host: '127.0.0.1', port: 0, upstream, trust: {} },
    wallClock: systemClock,
    now: systemTime.now,
    record: recorder.ask,
    report: console.error,
  });
  tell({ url: forwardUrl });
}

if (kind === 'ours') await ours();
else {
  const server = createServer(kind === 'stage' ? stage(Number(upstream)) : bare()).listen(
    0,
    '127.0.0.1',
    () => {
      tell({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
    },
  );
}
answer(async () => ({}));
