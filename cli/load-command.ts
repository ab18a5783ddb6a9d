import { resolve } from 'node:path';
import type { Command } from 'commander';
import { clearReports, loadNames } from '../reports/folder.js';
import type { Building } from './building.js';
import { collect } from './collect.js';
import { whenCutShort } from './end/early.js';
import { folderOption } from './fitting-options.js';
import { examplesIn } from './help/examples.js';
import { loadHelp } from './help/load.js';

/** `dcm load`: a measurement of the bank's service. */
export function addLoadCommand(program: Command, { language, finish }: Building): void {
  const t = loadHelp[language];
  program
    .command('load')
    .description(t.says)
    .option('--config <file>', t.config)
    .option('--reference', t.reference)
    .option('--rate <number>', t.rate)
    .option('--for <time>', t.for)
    .option('--ramp <rates>', t.ramp)
    .option('--limit <time>', t.limit)
    .option('--transfers', t.transfers)
    .option('--transfer-limit <time>', t.transferLimit)
    .option('--allow-host <name>', t.allowHost, collect, [])
    .option('--keys <file>', t.keys)
    .option('--seed <text>', t.seed)
    .option('--defect <name>', t.defect)
    .option('--report <folder>', t.report, folderOption('report'), 'reports/latest')
    .option('--lang <language>', t.lang)
    .option('--mock-url <url>', t.mockUrl)
    .option('--control-token <token>', t.controlToken)
    .option('--control-token-file <file>', t.controlTokenFile)
    .addHelpText('after', `\n${t.ends}`)
    .addHelpText(
      'after',
      examplesIn(
        language,
        'dcm load --config bank.yaml --rate 50 --for 60s',
        'dcm load --config bank.yaml --ramp 10..200',
        'dcm load --config bank.yaml --rate 20 --transfers',
        'dcm load --config bank.yaml --rate 50 --limit 300ms --allow-host auth.bank1.example',
        'dcm load --reference --rate 50 --for 10s --lang uk',
      ),
    )
    .action((options, command: Command) => {
      // An earlier report must not speak for a measurement that ends before it has begun.
      whenCutShort({
        write() {
          clearReports(resolve(options.report), loadNames);
          return '';
        },
      });
      return finish(async () => (await import('./commands/load.js')).load(command.optsWithGlobals()));
    });
}
