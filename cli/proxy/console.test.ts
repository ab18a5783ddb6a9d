import { createServer } from 'node:http';
import { expect, it } from 'vitest';
import { listeningUntilTheEnd } from '../../listening.testing.js';
import { configOf, home, writeConfig } from '../bank.testing.js';
import { dcmServing, patience } from '../cli.testing.js';

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
