import type { Command } from 'commander';
import type { Building } from './building.js';
import { collect } from './collect.js';
import { examplesIn } from './help/examples.js';
import { proxyHelp } from './help/proxy.js';

/** `dcm proxy` and `dcm proxy export`. */
export function addProxyCommand(program: Command, { language, finish }: Building): void {
  const t = proxyHelp[language];
  const proxy = program
    .command('proxy')
    .description(t.says)
    .option('--upstream <url>', t.upstream)
    .option('--config <file>', t.config)
    .option('--port <number>', t.port, '4011')
    .option('--host <address>', t.host, '127.0.0.1')
    .option('--reverse <port>', t.reverse)
    .option('--record <file>', t.record)
    .option('--allow-host <name>', t.allowHost, collect, [])
    .option('--console <port>', t.console)
    .option('--json', t.json)
    .option('--lang <language>', t.lang)
    .addHelpText('after', `\n${t.passes}`)
    .addHelpText(
      'after',
      examplesIn(
        language,
        'dcm proxy --upstream https://api-bank1-integrate.example --config bank.yaml',
        'dcm proxy --upstream https://api-bank1-integrate.example --config bank.yaml --reverse 4021 --record stage.ndjson',
        'dcm proxy export stage.ndjson --har stage.har',
      ),
    )
    .action((_, command: Command) =>
      finish(async () => (await import('./commands/proxy.js')).proxy(command.optsWithGlobals())),
    );
  proxy
    .command('export <recording>')
    .description(t.export)
    .option('--har <file>', t.har)
    .option('--http <file>', t.http)
    .option('--zip <file>', t.zip)
    .addHelpText(
      'after',
      examplesIn(
        language,
        'dcm proxy export stage.ndjson --har stage.har',
        'dcm proxy export stage.ndjson --http stage.http --zip stage.zip',
      ),
    )
    .action((file, _, command: Command) =>
      finish(async () =>
        (await import('./commands/proxy-export.js')).proxyExport(file, command.optsWithGlobals()),
      ),
    );
}
