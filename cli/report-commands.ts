import type { Command } from 'commander';
import type { Building } from './building.js';
import { checklistHelp } from './help/checklist.js';
import { examplesIn } from './help/examples.js';
import { reportHelp } from './help/report.js';
import { statementHelp } from './help/statement.js';

/** Commands about finished runs: compare them, sign and verify statements, prepare for the real stage. */
export function addReportCommands(program: Command, building: Building): void {
  const { language, finish } = building;
  const ofReport = reportHelp[language];
  const report = program
    .command('report')
    .description(ofReport.says)
    .addHelpText(
      'after',
      examplesIn(
        language,
        'dcm report diff before/result.json after/result.json',
        'dcm report bundle reports/latest',
      ),
    );
  report
    .command('bundle <folder>')
    .description(ofReport.bundle)
    .option('--out <file>', ofReport.out, 'dcm-run.zip')
    .option('--config <file>', ofReport.config)
    .option('--lang <language>', ofReport.lang)
    .addHelpText(
      'after',
      examplesIn(language, 'dcm report bundle reports/latest --config bank.yaml --out ticket.zip'),
    )
    .action((folder, _options, command: Command) =>
      finish(async () => (await import('./commands/bundle.js')).bundle(folder, command.optsWithGlobals())),
    );
  report
    .command('diff <a> <b>')
    .description(ofReport.diff)
    .option('--all', ofReport.all)
    .option('--json', ofReport.json)
    .option('--lang <language>', ofReport.lang)
    .action((a, b, _options, command: Command) =>
      finish(async () => (await import('./commands/report.js')).diff(a, b, command.optsWithGlobals())),
    );

  addStatement(program, building);

  const t = checklistHelp[language];
  program
    .command('checklist')
    .description(t.says)
    .option('--result <file>', t.result)
    .option('--config <file>', t.config)
    .option('--recording <file>', t.recording)
    .option('--lang <language>', t.lang)
    .option('--json', t.json)
    .addHelpText(
      'after',
      examplesIn(
        language,
        'dcm checklist --result reports/latest/result.json',
        'dcm checklist --config bank.yaml --lang uk',
        'dcm checklist --config bank.yaml --recording stage.ndjson',
      ),
    )
    .action((_, command: Command) =>
      finish(async () => (await import('./commands/checklist.js')).checklist(command.optsWithGlobals())),
    );
}

function addStatement(program: Command, { language, finish }: Building): void {
  const t = statementHelp[language];
  const statement = program
    .command('statement')
    .description(t.says)
    .addHelpText(
      'after',
      examplesIn(
        language,
        'dcm statement key statement-key.json',
        'dcm statement verify reports/latest/statement.jws',
      ),
    );

  statement
    .command('key <file>')
    .description(t.key)
    .addHelpText('after', examplesIn(language, 'dcm statement key statement-key.json'))
    .action((file, _, command: Command) =>
      finish(async () =>
        (await import('./commands/statement.js')).statementKey(file, command.optsWithGlobals()),
      ),
    );

  statement
    .command('verify <file>')
    .description(t.verify)
    .option('--key <file>', t.trusted)
    .addHelpText('after', `\n${t.proves}`)
    .addHelpText(
      'after',
      examplesIn(language, 'dcm statement verify reports/latest/statement.jws --key statement-key.pub.json'),
    )
    .action((file, _, command: Command) =>
      finish(async () =>
        (await import('./commands/statement.js')).verifyStatement(file, command.optsWithGlobals()),
      ),
    );
}
