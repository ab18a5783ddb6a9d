import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The smallest possible server with these packages: imports them all, listens, returns one JSON. */
const packages = process.argv.slice(2);
const [{ default: express }] = await Promise.all([
  import('express'),
  ...packages.map((name) => import(name) as Promise<unknown>),
]);
const app = express();
app.get('/', (_request, response) => {
  response.json({ keys: [] });
});
const server = createServer(app).listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  console.log(JSON.stringify({ jwks: `http://127.0.0.1:${port}/` }));
});
