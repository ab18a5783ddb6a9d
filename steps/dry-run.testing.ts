import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { loadConfiguration, loadSupport, runCucumber } from '@cucumber/cucumber/api';
import type { Envelope } from '@cucumber/messages';

/** Matches every step of every feature with the compiled step definitions, runs none, and prints what cucumber says as JSON. */
const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
const environment = {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  stdout: nowhere,
  stderr: nowhere,
  env: {},
};
const { runConfiguration } = await loadConfiguration(
  {
    file: false,
    provided: {
      paths: ['../features/**/*.feature'],
      import: ['steps/hooks.js', 'steps/definitions/*.steps.js'],
      dryRun: true,
      format: [],
    },
  },
  environment,
);
const support = await loadSupport(runConfiguration, environment);
const envelopes: Envelope[] = [];
await runCucumber({ ...runConfiguration, support }, environment, (envelope) => envelopes.push(envelope));
process.stdout.write(JSON.stringify(envelopes));
