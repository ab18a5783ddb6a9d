import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { listeningUntilTheEnd } from '../../listening.testing.js';
import { configOf, home, writeConfig } from '../bank.testing.js';
import { dcm, dcmServing, end, main, patience, start } from '../cli.testing.js';

it('the console shows what passes, and nothing else', { timeout: patience }, async () => {
  const stage = createServer((_request, response) => response.writeHead(200).end('{"keys":[]}'));
  const upstream = `http://127.0.0.1:${await listeningUntilTheEnd(stage)}`;
  const at = await home();
  const config = await writeConfig(at, configOf('http://127.0.0.1:9'));
  const record = `${at}/stage.ndjson`;
  const { first, stop } = await dcmServing(
    ...['proxy', '--upstream', upstream, '--config', config, '--record', record],
    ...['--port', '0', '--console', '0', '--json'],
  );
  const { url, console: pages } = JSON.parse(first) as { readonly url: string; readonly console: string };
  await fetch(`${url}/api/v1/.well-known/jwks.json`);
  const list = await fetch(new URL('/control/v1/journal/entries', pages));
  const { entries } = (await list.json()) as { readonly entries: readonly object[] };
  expect(entries).toMatchObject([{ seq: 1, direction: 'in', operation: 'getDcmJwks', status: 200 }]);
  expect(await (await fetch(pages)).text()).toContain('<html data-shows="journal"');
  expect(await stop('SIGINT')).toBe(0);
});

it('with a console, too, a port that is taken ends the command at once', { timeout: patience }, async () => {
  const config = await writeConfig(await home(), configOf('http://127.0.0.1:9'));
  const taken = String(await listeningUntilTheEnd(createServer()));
  const of = [
    'proxy',
    '--upstream',
    'http://127.0.0.1:9',
    '--config',
    config,
    '--record',
    `${config}.ndjson`,
  ];
  const proxy = await dcm(...of, '--console', '0', '--port', taken);
  expect(proxy).toMatchObject({
    code: 2,
    err: expect.stringContaining(`cannot listen on 127.0.0.1:${taken}`),
  });
  const console = await dcm(...of, '--port', '0', '--console', taken);
  expect(console).toMatchObject({
    code: 2,
    err: expect.stringContaining(`--console ${taken}: another program`),
  });
});

it('an output that nobody reads any longer ends the command, and a page that is open does not delay it', {
  timeout: patience,
}, async () => {
  const stage = createServer((_request, response) => response.end('{"keys":[]}'));
  const upstream = `http://127.0.0.1:${await listeningUntilTheEnd(stage)}`;
  const config = await writeConfig(await home(), configOf('http://127.0.0.1:9'));
  const of = ['proxy', '--upstream', upstream, '--config', config, '--record', `${config}.ndjson`, '--json'];
  const child = start([main, ...of, '--port', '0', '--console', '0']);
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = end(child);
  const [first] = (await once(child.stdout ?? child, 'data')) as [string];
  const { url, console: pages } = JSON.parse(first) as { readonly url: string; readonly console: string };
  const page = await fetch(new URL('/control/v1/journal/live', pages));
  child.stdout?.destroy();
  const { status } = await fetch(`${url}/api/v1/.well-known/jwks.json`);
  expect(status).toBe(200);
  expect(await ended).toMatchObject({ code: 3, err: '\ndcm: the output cannot be written (EPIPE)\n' });
  await page.body?.cancel().catch(() => {});
});
