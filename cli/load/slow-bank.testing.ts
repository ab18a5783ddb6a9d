import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A bank with a weakness, in a process of its own: it prints its URL. */

const [weakness = '', ms = '0'] = process.argv.slice(2);
const sleeping = new Int32Array(new SharedArrayBuffer(4));
const answer = JSON.stringify({ external_id: 'somebody', key: 'the-secret-of-somebody' });

/** When the answer before is done, for a bank that works on one request at a time. */
let free = Promise.resolve();

const server = createServer((request, response) => {
  const end = (status: number, body: string) => response.writeHead(status).end(body);
  const [, status] = /status=(\d+)/.exec(request.url ?? '') ?? [];
  if (status !== undefined)
    end(Number(status), JSON.stringify({ error: 'busy', key: 'the-secret-of-somebody' }));
  else if (request.url?.includes('garbage')) end(200, 'the-secret-of-somebody');
  else if (request.url?.includes('hangup')) request.socket.destroy();
  else if (weakness === 'one-at-a-time') {
    free = free.then(() => new Promise((resolve) => setTimeout(resolve, Number(ms))));
    free.then(() => end(200, answer));
  } else end(200, answer);
});

// Its event loop stands still for 300 ms every 2 seconds.
if (weakness === 'pauses') setInterval(() => Atomics.wait(sleeping, 0, 0, 300), 2000);

server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
