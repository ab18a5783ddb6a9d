import { Command } from 'commander';
import type { Language } from '../contract/texts/language.js';
import type { Building } from './building.js';
import { addDriftCommand } from './drift-command.js';
import { addHandCommands } from './hand-commands.js';
import { framedIn, usageIn } from './help/commander.js';
import { examplesIn } from './help/examples.js';
import { exitCodeHelp, programHelp } from './help/program.js';
import { addInitCommand } from './init-command.js';
import { languageOf } from './language.js';
import { addLoadCommand } from './load-command.js';
import { addLogsCommand } from './logs-command.js';
import { addMockCommand } from './mock-command.js';
import { packageVersion } from './package.js';
import { addPlanCommands } from './plan-commands.js';
import { addProxyCommand } from './proxy-command.js';
import { addReportCommands } from './report-commands.js';
import { addRunsCommand } from './runs-command.js';

/** Example calls in the help of `dcm`, and what each of them does. */
function firstCalls(language: Language): string {
  const says = programHelp[language].calls;
  const calls = [
    ['dcm mock', says.mock],
    ['dcm init', says.init],
    ['dcm doctor --config bank.yaml', says.doctor],
    ['dcm verify --config bank.yaml', says.verify],
    ['dcm verify --reference', says.reference],
    ['dcm verify --reference --steps 1-11', says.steps],
  ] as const;
  return examplesIn(language, ...calls.map(([call, does]) => `${call.padEnd(38)}${does}`));
}

/** `dcm help`, also for a command below another one, which commander's own does not reach. */
function addHelpCommand(program: Command, says: string): void {
  program
    .helpCommand(false)
    .command('help [command...]')
    .description(says)
    .helpOption(false)
    .action((names: readonly string[]) => {
      let shown = program;
      for (const name of names) {
        const below = shown.commands.find((command) => command.name() === name);
        shown = below ?? shown.error(`error: unknown command '${name}'`);
      }
      shown.help();
    });
}

/** The command `dcm` with its subcommands. The modules of a command are loaded when it is called. */
export function createProgram(building: Building): Command {
  const { language } = building;
  const t = programHelp[language];
  const program = new Command('dcm');
  program
    .description(t.says)
    .version(packageVersion(), '-V, --version', t.version)
    .option('--lang <language>', t.lang)
    .helpOption('-h, --help', t.help)
    .helpCommand('help [command]', t.help)
    .exitOverride()
    .configureOutput({ outputError: (error, write) => write(usageIn(language, error)) })
    .configureHelp({ ...framedIn(language, program), showGlobalOptions: false })
    .addHelpText('after', `\n${exitCodeHelp[language]}\n${firstCalls(language)}`)
    // A wrong language is refused by every command, even by one that does not use it.
    .hook('preAction', () => void languageOf(program.opts<{ lang?: string }>().lang));
  addMockCommand(program, building);
  addInitCommand(program, building);
  addHandCommands(program, building);
  addPlanCommands(program, building);
  addLoadCommand(program, building);
  addLogsCommand(program, building);
  addRunsCommand(program, building);
  addProxyCommand(program, building);
  addDriftCommand(program, building);
  addReportCommands(program, building);
  addHelpCommand(program, t.help);
  return program;
}
