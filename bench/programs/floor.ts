import {
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  randomUUID,
  sign,
} from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Account, Asset, Keypair, Networks, Operation, TransactionBuilder, xdr } from '@stellar/stellar-base';
import express, { type Express } from 'express';
import { exportJWK, importJWK, jwtVerify, SignJWT } from 'jose';
import { createPlainClient, expectOk } from '../plain-client.js';
import { answer, oneOf, tell } from './talk.js';

/**
 * What a transfer costs by its parts alone: the same exchanges, tokens and envelope on bare Express and node:http,
 * without schemas, rules, journal or store. DCM and the bank are in one process, as the mock and the reference bank
 * are. Nothing can do the same work with these parts in less.
 */
const [, , count, connections] = process.argv;
const senders = Number(count);
const keepAlive = oneOf(['kept', 'apart'], connections) === 'kept';
const send = createPlainClient({ keepAlive });

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const { kty = 'RSA', n = '', e = '' } = await exportJWK(privateKey);
const publicKey = await importJWK({ kty, n, e }, 'RS256');

const customers = Array.from({ length: senders }, () => {
  const pair = Keypair.random();
  return {
    guid: randomUUID(),
    external_id: randomUUID(),
    account: new Account(pair.publicKey(), '1'),
    hint: pair.signatureHint(),
    seed: seedKey(pair.rawSecretKey()),
  };
});
const asset = new Asset('EUAH', Keypair.random().publicKey());

function seedKey(raw: Buffer): KeyObject {
  const key = { kty: 'OKP', crv: 'Ed25519', x: '', d: raw.toString('base64url') };
  return createPrivateKey({ key, format: 'jwk' });
}

async function listen(app: Express): Promise<string> {
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The bank: it verifies the token of each question, and reads what it is notified of. */
const bank = express();
bank.disable('x-powered-by');
const served: Readonly<Record<string, (externalId: unknown) => object>> = {
  '/external_id': (external_id) => ({ external_id }),
  '/key': () => ({ key: randomBytes(32).toString('base64url') }),
};
for (const [path, serve] of Object.entries(served)) {
  bank.get(path, async (request, response) => {
    const { payload } = await jwtVerify(request.get('x-session-id') ?? '', publicKey, {
      algorithms: ['RS256'],
    });
    response.json(serve(payload.obj));
  });
}
bank.post('/api/dcm/notify/transfer', express.json(), (_request, response) => {
  response.json({});
});
const bankUrl = await listen(bank);

async function ask(path: string, obj: string): Promise<unknown> {
  const iat = Math.floor(Date.now() / 1000);
  const token = await new SignJWT({
    flow: 'transfer',
    obj,
    sub: 'officer@bench.example',
    iat,
    exp: iat + 300,
  })
    .setProtectedHeader({ alg: 'RS256', kid: 'bench', typ: 'JWT' })
    .sign(privateKey);
  const headers = { accept: 'application/json', 'x-session-id': token };
  return JSON.parse(await expectOk(send({ method: 'GET', url: bankUrl + path, headers })));
}

interface Draft {
  readonly sender: (typeof customers)[number];
  readonly receiver: (typeof customers)[number];
  readonly amount: number;
}

function envelopeOf(guid: string, { sender, receiver, amount }: Draft): string {
  const transaction = new TransactionBuilder(sender.account, {
    fee: '100',
    networkPassphrase: Networks.TESTNET,
  })
    .addOperation(
      Operation.payment({ destination: receiver.account.accountId(), asset, amount: amount.toFixed(7) }),
    )
    .addOperation(Operation.manageData({ name: 'payment_guid', value: guid }))
    .setTimeout(0)
    .build();
  const signature = sign(null, transaction.hash(), sender.seed);
  transaction.signatures.push(new xdr.DecoratedSignature({ hint: sender.hint, signature }));
  return transaction.toEnvelope().toXDR('base64');
}

/** DCM: a draft, and its confirmation with two questions, an envelope and a callback after the response. */
const dcm = express();
dcm.disable('x-powered-by');
dcm.use(express.json());
const byGuid = new Map(customers.map((customer) => [customer.guid, customer]));
const drafts = new Map<string, Draft>();
const posted = new Map<string, string>();
dcm.post('/api/v1/counterparty/:counterparty_guid/payments', (request, response) => {
  const { sender_id, receiver_id, amount } = request.body;
  const [sender, receiver] = [byGuid.get(sender_id), byGuid.get(receiver_id)];
  if (!sender || !receiver) throw new Error('no such customer');
  const guid = randomUUID();
  drafts.set(guid, { sender, receiver, amount });
  response.json({ guid });
});
dcm.post('/api/v1/counterparty/:counterparty_guid/payments/confirm', async (request, response) => {
  const { guid } = request.body;
  const draft = drafts.get(guid);
  if (!draft) throw new Error('no such draft');
  await ask('/external_id', draft.sender.external_id);
  await ask('/key', draft.sender.external_id);
  posted.set(guid, envelopeOf(guid, draft));
  response.json({});
  const url = `${bankUrl}/api/dcm/notify/transfer`;
  await expectOk(send({ method: 'POST', url, body: JSON.stringify({ transaction_id: guid }) }));
});
const url = await listen(dcm);

answer(async () => ({}));
tell({ url, guid: randomUUID(), authorization: 'none', customers: customers.map(({ guid }) => guid) });
