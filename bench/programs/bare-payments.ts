import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { createPayment } from '../../contract/operations/transfers.js';
import { answer, tell } from './talk.js';

/** createPayment in bare Express: the body is parsed by the same schema and a guid is returned. */
const guid = '7d7b4c9a-8f0e-4c55-9a53-0f6ad2f6f8a1';
const app = express();
app.use(express.json());
app.post('/api/v1/counterparty/:counterparty_guid/payments', (request, response) => {
  createPayment.body.parse(request.body);
  response.json({ guid });
});
const server = createServer(app).listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  tell({ url: `http://127.0.0.1:${port}` });
});
answer(async () => ({}));
