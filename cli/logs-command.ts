import type { Command } from 'commander';
import type { Building } from './building.js';
import { examplesIn } from './help/examples.js';
import { logsHelp } from './help/logs.js';

/** `dcm logs`: the journal of a running mock on the terminal. */
export function addLogsCommand(program: Command, { language, finish }: Building): void {
  const t = logsHelp[language];
  program
    .command('logs')
    .description(t.says)
    .option('--mock-url <url>', t.mockUrl, 'http://127.0.0.1:4010')
    .option('--control-token <token>', t.controlToken)
    .option('--control-token-file <file>', t.controlTokenFile)
    .option('--follow', t.follow)
    .option('--limit <number>', t.limit, '50')
    .option('--direction <way>', t.direction)
    .option('--operation <text>', t.operation)
    .option('--status <status>', t.status)
    .option('--rule <text>', t.rule)
    .option('--counterparty <guid>', t.counterparty)
    .option('--text <text>', t.text)
    .option('--json', t.json)
    .option('--har <file>', t.har)
    .option('--lang <language>', t.lang)
    .addHelpText(
      'after',
      examplesIn(
        language,
        'dcm logs --follow',
        'dcm logs --status 4xx --direction in',
        'dcm logs --rule AUTH --limit 10 --json',
        'dcm logs --text payments --har payments.har',
      ),
    )
    .action((_, command: Command) =>
      finish(async () => (await import('./commands/logs.js')).logs(command.optsWithGlobals())),
    );
}
