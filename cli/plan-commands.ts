import { resolve } from 'node:path';
import type { Command } from 'commander';
import { clearReports, proofNames, runNames } from '../reports/folder.js';
import type { Building } from './building.js';
import { collect } from './collect.js';
import { whenCutShort } from './end/early.js';
import { folderOption } from './fitting-options.js';
import { doctorHelp } from './help/doctor.js';
import { examplesIn } from './help/examples.js';
import { onboardingHelp } from './help/onboarding.js';
import { exitCodeHelp } from './help/program.js';
import { proveHelp } from './help/prove.js';
import { verifyHelp } from './help/verify.js';

/** Removes the reports of an earlier run even if this one ends before it has begun. */
function clearAtEarlyEnd(folder: string, names: readonly string[]): void {
  whenCutShort({
    write() {
      clearReports(resolve(folder), names);
      return '';
    },
  });
}

/** Commands about the plan: verify a bank, prove the checks, and prepare a run. */
export function addPlanCommands(program: Command, building: Building): void {
  addVerify(program, building);
  addProve(program, building);
  addSetup(program, building);
}

function addVerify(program: Command, { language, finish }: Building): void {
  const t = verifyHelp[language];
  program
    .command('verify')
    .description(t.says)
    .option('--config <file>', t.config)
    .option('--reference', t.reference)
    .option('--steps <list>', t.steps)
    .option('--tags <expression>', t.tags)
    .option('--quick', t.quick)
    .option('--seed <text>', t.seed)
    .option('--keys <file>', t.keys)
    .option('--report <folder>', t.report, folderOption('report'), 'reports/latest')
    .option('--resume', t.resume)
    .option('--statement-key <file>', t.statementKey)
    .option('--lang <language>', t.lang)
    .option('--stage', t.stage)
    .option('--i-own-this-stage <alias>', t.iOwnThisStage)
    .option('--record <file>', t.record)
    .option('--allow-host <name>', t.allowHost, collect, [])
    .option('--mock-url <url>', t.mockUrl)
    .option('--sandbox <name>', t.sandbox)
    .option('--keep', t.keep)
    .option('--control-token <token>', t.controlToken)
    .option('--control-token-file <file>', t.controlTokenFile)
    .option('--time-limit <seconds>', t.timeLimit)
    .option('--defect <name>', t.defect)
    .option('--mock', t.mock)
    .option('--whole', t.whole)
    .option('--readings [list]', t.readings)
    .option('--require-robust', t.requireRobust)
    .addHelpText('after', `\n${t.reports}\n\n${exitCodeHelp[language]}`)
    .addHelpText(
      'after',
      examplesIn(
        language,
        'dcm verify --config bank.yaml',
        'dcm verify --config bank.yaml --steps 1-11',
        'dcm verify --config bank.yaml --lang uk',
        'dcm verify --resume --config bank.yaml',
        'dcm verify --config bank.yaml --statement-key statement-key.json',
        'dcm verify --config bank.yaml --mock-url http://127.0.0.1:4010',
        'dcm verify --reference --mock-url http://127.0.0.1:4010 --sandbox new',
        'dcm verify --config bank.yaml --readings',
        'dcm verify --config bank.yaml --readings U-26,U-45 --require-robust',
        'dcm verify --config bank.yaml --stage --i-own-this-stage bank1',
        'dcm verify --reference --steps 7 --seed demo',
        "dcm verify --reference --tags '@service and not @step-16'",
        'dcm verify --reference --defect refuses-everything',
      ),
    )
    .action((options, command: Command) => {
      clearAtEarlyEnd(options.report, runNames);
      // The program, not the command, takes --lang.
      return finish(async () => (await import('./commands/verify.js')).verify(command.optsWithGlobals()));
    });
}

function addProve(program: Command, { language, finish }: Building): void {
  const t = proveHelp[language];
  program
    .command('prove')
    .description(t.says)
    .option('--defect <name>', t.defect)
    .option('--report <folder>', t.report, folderOption('report'), 'reports/latest')
    .option('--whole', t.whole)
    .option('--write <file>', t.write)
    .option('--check <file>', t.check)
    .addHelpText('after', examplesIn(language, 'dcm prove', 'dcm prove --defect accepts-everything'))
    .action((options) => {
      clearAtEarlyEnd(options.report, proofNames);
      return finish(async () => (await import('./commands/prove.js')).prove(options));
    });
}

function addSetup(program: Command, { language, finish }: Building): void {
  const ofDoctor = doctorHelp[language];
  program
    .command('doctor')
    .description(ofDoctor.says)
    .requiredOption('--config <file>', ofDoctor.config)
    .option('--mock-url <url>', ofDoctor.mockUrl)
    .option('--control-token <token>', ofDoctor.controlToken)
    .option('--control-token-file <file>', ofDoctor.controlTokenFile)
    .option('--lang <language>', ofDoctor.lang)
    .addHelpText('after', `\n${ofDoctor.ends}`)
    .addHelpText(
      'after',
      examplesIn(language, 'dcm doctor --config bank.yaml', 'dcm doctor --config bank.yaml --lang uk'),
    )
    .action((_, command: Command) =>
      finish(async () => (await import('./commands/doctor.js')).doctor(command.optsWithGlobals())),
    );

  const ofOnboarding = onboardingHelp[language];
  program
    .command('onboarding')
    .description(ofOnboarding.says)
    .requiredOption('--config <file>', ofOnboarding.config)
    .option('--json', ofOnboarding.json)
    .addHelpText(
      'after',
      examplesIn(language, 'dcm onboarding --config bank.yaml', 'dcm onboarding --config bank.yaml --json'),
    )
    .action((_, command: Command) =>
      finish(async () => (await import('./commands/onboarding.js')).onboarding(command.optsWithGlobals())),
    );
}
