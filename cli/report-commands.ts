import type { Command } from 'commander';

/** Commands about runs that are over: comparing them, vouching for them, going to the stage with them. */
export function addReportCommands(
  program: Command,
  finish: (run: () => Promise<number>) => Promise<void>,
): void {
  program
    .command('report')
    .description('look at results')
    .addHelpText('after', '\nExample:\n  dcm report diff before/result.json after/result.json')
    .command('diff <a> <b>')
    .description(
      'compare two result.json in everything but durations, signatures and times; exit 1 when they differ',
    )
    .action((a, b) => finish(async () => (await import('./commands/report.js')).diff(a, b)));

  const statement = program
    .command('statement')
    .description('signed statements about a run')
    .addHelpText(
      'after',
      `
Examples:
  dcm statement key statement-key.json
  dcm statement verify reports/latest/statement.jws`,
    );

  statement
    .command('key <file>')
    .description('make a key pair that signs statements: the private JWK, and the public one beside it')
    .addHelpText('after', '\nExample:\n  dcm statement key statement-key.json')
    .action((file) => finish(async () => (await import('./commands/statement.js')).statementKey(file)));

  statement
    .command('verify <file>')
    .description('check a statement against the reports beside it; exit 1 when anything was changed')
    .option('--key <file>', 'the public JWK that you trust; without it the key in the statement is used')
    .addHelpText(
      'after',
      `
The run is not made again: signature, digests and every figure are recomputed from the reports. A run that was signed
with a key of the bank itself proves integrity, not independence.

Example:
  dcm statement verify reports/latest/statement.jws --key statement-key.pub.json`,
    )
    .action((file, options) =>
      finish(async () => (await import('./commands/statement.js')).verifyStatement(file, options)),
    );

  program
    .command('checklist')
    .description('the 16 steps as a list for the real stage: what was verified here, what only it can show')
    .option('--result <file>', 'a result.json: what its run has shown')
    .option('--config <file>', 'without a run: the bank, as bank.yaml describes it')
    .option('--lang <language>', 'en or uk; DCM_LANG when left out')
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      `
Examples:
  dcm checklist --result reports/latest/result.json
  dcm checklist --config bank.yaml --lang uk`,
    )
    .action((options) => finish(async () => (await import('./commands/checklist.js')).checklist(options)));
}
