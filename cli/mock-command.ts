import type { Command } from 'commander';
import type { Building } from './building.js';
import { collect } from './collect.js';
import { folderOption } from './fitting-options.js';
import { examplesIn } from './help/examples.js';
import { mockHelp } from './help/mock.js';

/** `dcm mock`. */
export function addMockCommand(program: Command, { language, finish }: Building): void {
  const t = mockHelp[language];
  program
    .command('mock')
    .description(t.says)
    .option('--port <number>', t.port, '4010')
    .option('--host <address>', t.host, '127.0.0.1')
    .option('--public-url <url>', t.publicUrl)
    .option('--trust-proxy <list>', t.trustProxy)
    .option('--max-connections <number>', t.maxConnections)
    .option('--state <place>', t.state)
    .option('--workers <number>', t.workers)
    .option('--peer-url <url>', t.peerUrl)
    .option('--keys <file>', t.keys)
    .option('--seed <text>', t.seed)
    .option('--profile <file>', t.profile)
    .option('--control-token <token>', t.controlToken)
    .option('--control-token-file <file>', t.controlTokenFile)
    .option('--viewer-token-file <file>', t.viewerTokenFile)
    .option('--metrics-token-file <file>', t.metricsTokenFile)
    .option('--journal-mb <number>', t.journalMb)
    .option('--sandboxes <number>', t.sandboxes)
    .option('--sandbox-rows <number>', t.sandboxRows)
    .option('--sandbox-rate <number>', t.sandboxRate)
    .option('--sandbox-journal-mb <number>', t.sandboxJournalMb)
    .option('--drain-s <number>', t.drainS)
    .option('--reports <folder>', t.reports, folderOption('reports'), 'reports/latest')
    .option('--verify <file>', t.verify, collect, [])
    .option('--log [form]', t.log)
    .option('--json', t.json)
    .addHelpText('after', `\n${t.serves}`)
    .addHelpText(
      'after',
      examplesIn(
        language,
        'dcm mock --port 0 --json',
        'dcm mock --keys dcm-keys.json --state dcm-state.json',
        'dcm mock --verify bank.yaml',
      ),
    )
    .action((options) => finish(async () => (await import('./commands/mock.js')).mock(options)));
}
