import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A bank in a process of its own, whose event loop stands still for 300 ms every 2 seconds; it prints its URL. */

const sleeping = new Int32Array(new SharedArrayBuffer(4));
const answer = JSON.stringify({ external_id: 'somebody', key: 'the-secret-of-somebody' });

const server = createServer((_request, response) => {
  response.end(answer);
});
server.listen(0, '127.0.0.1', () => {
  setInterval(() => Atomics.wait(sleeping, 0, 0, 300), 2000);
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
