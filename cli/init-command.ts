import type { Command } from 'commander';
import type { Building } from './building.js';
import { examplesIn } from './help/examples.js';
import { initHelp } from './help/init.js';

/** `dcm init`: the first command of a bank. */
export function addInitCommand(program: Command, { language, finish }: Building): void {
  const t = initHelp[language];
  program
    .command('init [folder]')
    .description(t.says)
    .option('--yes', t.yes)
    .option('--add', t.add)
    .option('--hook <language>', t.hook)
    .option('--alias <text>', t.alias)
    .option('--name <text>', t.name)
    .option('--auth-url <url>', t.authUrl)
    .option('--callback-url <url>', t.callbackUrl)
    .option('--acts-url <url>', t.actsUrl)
    .option('--schemes <list>', t.schemes)
    .option('--ci <name>', t.ci)
    .addHelpText(
      'after',
      examplesIn(
        language,
        'dcm init',
        'dcm init --yes --hook python',
        'dcm init bank --yes --auth-url https://auth.bank1.example --acts-url https://test.bank1.example/dcm-acts',
      ),
    )
    .action((folder, _, command: Command) =>
      finish(async () => (await import('./commands/init.js')).init(folder ?? '.', command.optsWithGlobals())),
    );
}
