#!/usr/bin/env node
import { resolve } from 'node:path';
import { Command, CommanderError } from 'commander';
import { clearReports, proofNames, runNames } from '../reports/folder.js';
import { flushed, guardEnds, isCutShort, whenCutShort } from './end/early.js';
import { exitCodes, reportError } from './exit.js';
import { addHandCommands } from './hand-commands.js';
import { packageVersion } from './package.js';
import { addReportCommands } from './report-commands.js';

/** The command `dcm`. Modules of a command are loaded when it is called, so that each starts fast. */

async function finish(run: () => Promise<number>): Promise<void> {
  const code = await run().catch((error) => (isCutShort() ? exitCodes.toolFailed : reportError(error)));
  await flushed();
  if (!isCutShort()) process.exitCode = code;
}

guardEnds();

/** The reports of an earlier run go also when this one is ended before it has begun. */
function clearAtEarlyEnd(folder: string, names: readonly string[]): void {
  whenCutShort({
    write() {
      clearReports(resolve(folder), names);
      return '';
    },
  });
}

const exitCodeHelp = `Exit codes: 0 conformant, or all that was selected passed; 1 not conformant; 2 configuration or usage;
3 the tool failed or was ended early; 4 not enough was verified.`;

const program = new Command('dcm')
  .description(
    'A mock DCM processing center, and a harness that verifies a bank against the integration plan.',
  )
  .version(packageVersion())
  .exitOverride()
  .configureHelp({ showGlobalOptions: false })
  .addHelpText(
    'after',
    `
${exitCodeHelp}

Examples:
  dcm mock                              a processing center at http://127.0.0.1:4010
  dcm doctor --config bank.yaml         looks at your setup only
  dcm verify --config bank.yaml         the 16 steps of the plan, with your bank
  dcm verify --reference                the same with the reference bank
  dcm verify --reference --steps 1-11   a part of them`,
  );

program
  .command('mock')
  .description('run the processing center')
  .option('--port <number>', 'port; 0 takes a free one', '4010')
  .option('--host <address>', 'address to listen on', '127.0.0.1')
  .option(
    '--public-url <url>',
    'URL under which it is reached, e.g. behind a proxy; every URL that it gives begins so',
  )
  .option('--state <file>', 'keep the state in this file')
  .option('--keys <file>', "DCM's keys, from dcm keys")
  .option('--seed <text>', 'makes ids repeatable')
  .option('--profile <file>', 'options as JSON; see docs/options.md')
  .option('--control-token <token>', 'token of the control API; needed beyond loopback')
  .option(
    '--control-token-file <file>',
    'the same from a file; or by DCM_CONTROL_TOKEN: arguments are visible',
  )
  .option('--journal-mb <number>', 'megabytes of memory that the journal may take; 64 without it')
  .option('--reports <folder>', 'folder of the report that the console shows', 'reports/latest')
  .option('--json', 'print one JSON line instead of the banner')
  .addHelpText(
    'after',
    `
It serves, beside the API of DCM:
  /console        the officers' console: the plan as a board, the journal as it happens, the clock
  /docs           every operation with its source
  /openapi.json   the API as an OpenAPI document; the control API's is /control/v1/openapi.json
  /fidelity       what is documented, and what is assumed
  /horizon        the ledger as Stellar's Horizon shows it

Examples:
  dcm mock --port 0 --json
  dcm mock --keys dcm-keys.json --state dcm-state.json`,
  )
  .action((options) => finish(async () => (await import('./commands/mock.js')).mock(options)));

addHandCommands(program, finish);

program
  .command('verify')
  .description('walk the integration plan and judge the bank')
  .option('--config <file>', 'the bank to verify, as bank.yaml describes it')
  .option('--reference', 'verify the reference bank; nothing to configure')
  .option('--steps <list>', 'steps of the plan, e.g. 7, 1-11 or 1,12-16')
  .option('--tags <expression>', "cucumber's tag expression, e.g. '@service and not @S07-02'")
  .option('--seed <text>', 'makes the run repeatable, together with --keys')
  .option('--keys <file>', "DCM's keys, from dcm keys; made for the run when left out")
  .option('--report <folder>', 'where the reports go', 'reports/latest')
  .option('--resume', 'go on with the run that was interrupted, from its last finished scenario')
  .option('--statement-key <file>', 'private JWK that signs statement.jws; see dcm statement key')
  .option('--lang <language>', 'en or uk, for console and reports; DCM_LANG when left out')
  .option('--mock-url <url>', 'verify against a mock that runs already, with the same keys')
  .option('--control-token <token>', 'token of its control API, with --mock-url')
  .option('--control-token-file <file>', 'the same from a file; or by DCM_CONTROL_TOKEN')
  .option(
    '--time-limit <seconds>',
    'what may be lost under one scheme by waiting in vain; 90 when left out, and no limit for the manual driver',
  )
  .option('--defect <name>', 'give the reference bank a mistake, to see what the report says')
  .option('--mock', 'run the scenarios about the mock itself, too')
  .addHelpText(
    'after',
    `
Reports: report.html, result.json, junit.xml, summary.md, messages.ndjson, and statement.jws with a key; those of an
earlier run are removed when a run begins, and a run that is ended early leaves reports with the verdict error.
With --config it can be gone on with, by --resume and the same options and bank.yaml: what has ended is not run again.

${exitCodeHelp}

Examples:
  dcm verify --config bank.yaml
  dcm verify --config bank.yaml --steps 1-11
  dcm verify --config bank.yaml --lang uk
  dcm verify --resume --config bank.yaml        goes on where Ctrl-C has stopped it
  dcm verify --config bank.yaml --statement-key statement-key.json
  dcm verify --config bank.yaml --mock-url http://127.0.0.1:4010
  dcm verify --reference --steps 7 --seed demo
  dcm verify --reference --tags '@service and not @step-16'
  dcm verify --reference --defect refuses-everything`,
  )
  .action((options) => {
    clearAtEarlyEnd(options.report, runNames);
    return finish(async () => (await import('./commands/verify.js')).verify(options));
  });

program
  .command('prove')
  .description('show that the suite catches what it claims: the plan with banks that make one mistake each')
  .option('--defect <name>', 'one of them instead of all')
  .option('--report <folder>', 'where the matrix goes', 'reports/latest')
  .option('--whole', 'walk through the whole plan with every bank, instead of looking after the record')
  .option('--write <file>', 'the same, and keep the matrix in this file and docs/prove.json')
  .option('--check <file>', 'fail unless this file has the matrix as it is now')
  .addHelpText('after', '\nExamples:\n  dcm prove\n  dcm prove --defect accepts-everything')
  .action((options) => {
    clearAtEarlyEnd(options.report, proofNames);
    return finish(async () => (await import('./commands/prove.js')).prove(options));
  });

program
  .command('doctor')
  .description('look at the setup of bank.yaml: URLs, names, certificates, clocks, test data, driver')
  .requiredOption('--config <file>', 'the bank, as bank.yaml describes it')
  .option('--mock-url <url>', 'with a mock that runs already, with the same keys')
  .option('--control-token <token>', 'token of its control API, with --mock-url')
  .option('--control-token-file <file>', 'the same from a file; or by DCM_CONTROL_TOKEN')
  .option('--lang <language>', 'en or uk; DCM_LANG when left out')
  .addHelpText(
    'after',
    '\nEnds with 2 when something makes a run meaningless; what is marked ! is advice.\n\nExamples:\n  dcm doctor --config bank.yaml\n  dcm doctor --config bank.yaml --lang uk',
  )
  .action((options) => finish(async () => (await import('./commands/doctor.js')).doctor(options)));

program
  .command('onboarding')
  .description('print what the bank has to configure on its side')
  .requiredOption('--config <file>', 'the bank, as bank.yaml describes it')
  .option('--json', 'as JSON')
  .addHelpText(
    'after',
    '\nExamples:\n  dcm onboarding --config bank.yaml\n  dcm onboarding --config bank.yaml --json',
  )
  .action((options) => finish(async () => (await import('./commands/onboarding.js')).onboarding(options)));

addReportCommands(program, finish);

try {
  await program.parseAsync();
} catch (error) {
  // Commander has printed its words already; help and version are no errors.
  if (!(error instanceof CommanderError)) process.exitCode = reportError(error);
  else process.exitCode = error.exitCode === 0 ? 0 : exitCodes.usage;
}
