import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listeningUntilTheEnd } from '../../listening.testing.js';
import { proxying } from './proxy.testing.js';

/** A stage behind TLS with a certification authority of its own, which asks for a certificate. */

const openssl = (...args: readonly string[]) => promisify(execFile)('openssl', args);

let at: string;
const pems: Record<string, string> = {};

beforeAll(async () => {
  at = await mkdtemp(join(tmpdir(), 'dcm-tls-'));
  const file = (name: string) => join(at, name);
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  await openssl('req', '-x509', ...newKey, '-subj', '/CN=ca', '-keyout', file('ca.key'), '-out', file('ca'));
  await writeFile(file('names'), 'subjectAltName=IP:127.0.0.1');
  for (const name of ['stage', 'bank']) {
    await openssl(
      'req',
      ...newKey,
      '-subj',
      `/CN=${name}`,
      '-keyout',
      file(`${name}.key`),
      '-out',
      file('csr'),
    );
    const by = ['-CA', file('ca'), '-CAkey', file('ca.key'), '-CAcreateserial', '-days', '2'];
    await openssl('x509', '-req', '-in', file('csr'), ...by, '-extfile', file('names'), '-out', file(name));
  }
  for (const name of ['ca', 'stage', 'stage.key', 'bank', 'bank.key'])
    pems[name] = await readFile(file(name), 'utf8');
});
afterAll(() => rm(at, { recursive: true, force: true }));

const stage = async () =>
  `https://127.0.0.1:${await listeningUntilTheEnd(
    createServer(
      { key: pems['stage.key'], cert: pems.stage, ca: pems.ca, requestCert: true, rejectUnauthorized: false },
      ({ socket }, response) => {
        const known = (socket as TLSSocket).authorized;
        response.end(known ? String((socket as TLSSocket).getPeerCertificate().subject.CN) : 'nobody');
      },
    ),
  )}`;

const through = async (trust: Record<string, string | boolean | undefined>) => {
  const upstream = await stage();
  const forward = { host: '127.0.0.1', port: 0, upstream, trust };
  const { forwardUrl, seen } = await proxying({}, { forward });
  const answer = await fetch(`${forwardUrl}/a`);
  return { status: answer.status, text: await answer.text(), seen };
};

it('with its authority and a certificate of the bank', async () => {
  const bank = { ca: pems.ca, cert: pems.bank, key: pems['bank.key'] };
  expect(await through(bank)).toMatchObject({ status: 200, text: 'bank' });
});

it('with its authority alone', async () => {
  expect(await through({ ca: pems.ca })).toMatchObject({ status: 200, text: 'nobody' });
});

it('with any certificate', async () => {
  expect(await through({ insecure: true })).toMatchObject({ status: 200, text: 'nobody' });
});

it('without its authority the client and the recording are told why', async () => {
  const { status, text, seen } = await through({});
  expect([status, JSON.parse(text).error]).toEqual([502, expect.stringMatching(/certificate/)]);
  expect(seen).toMatchObject([{ status: 0, error: expect.stringMatching(/certificate/) }]);
});
