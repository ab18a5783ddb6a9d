import type { Command } from 'commander';
import type { Building } from './building.js';
import { examplesIn } from './help/examples.js';
import { exitCodeHelp } from './help/program.js';
import { runsHelp } from './help/runs.js';
import { runNumber } from './runs/run-number.js';

/** `dcm runs`: the runs of a running mock on the terminal. */
export function addRunsCommand(program: Command, { language, finish }: Building): void {
  const t = runsHelp[language];
  const runs = program
    .command('runs')
    .description(t.says)
    .addHelpText('after', `\n${t.codes}\n${exitCodeHelp[language]}`)
    .addHelpText(
      'after',
      examplesIn(
        language,
        'dcm runs start reference --steps 1-11 --wait',
        'dcm runs list',
        'dcm runs watch 3',
        'dcm runs compare 1 3',
      ),
    );

  const add = (name: string, says: string) =>
    runs
      .command(name)
      .description(says)
      .option('--mock-url <url>', t.mockUrl, 'http://127.0.0.1:4010')
      .option('--control-token <token>', t.controlToken)
      .option('--control-token-file <file>', t.controlTokenFile)
      .option('--lang <language>', t.lang);
  const commands = () => import('./commands/runs.js');

  add('list', t.list)
    .option('--json', t.json)
    .action((_, command: Command) =>
      finish(async () => (await commands()).listRuns(command.optsWithGlobals())),
    );
  add('show', t.show)
    .argument('<id>', t.id, runNumber)
    .option('--json', t.json)
    .action((run: number, _, command: Command) =>
      finish(async () => (await commands()).showRun(run, command.optsWithGlobals())),
    );
  add('start', t.start)
    .argument('[target]', t.target, 'reference')
    .option('--steps <list>', t.steps)
    .option('--tags <expression>', t.tags)
    .option('--readings [list]', t.readings)
    .option('--quick', t.quick)
    .option('--defect <name>', t.defect)
    .option('--seed <text>', t.seed)
    .option('--reset', t.reset)
    .option('--wait', t.wait)
    .action((target: string, _, command: Command) =>
      finish(async () => (await commands()).startRun(target, command.optsWithGlobals())),
    );
  add('watch', t.watch)
    .argument('<id>', t.id, runNumber)
    .action((run: number, _, command: Command) =>
      finish(async () => (await commands()).watchRun(run, command.optsWithGlobals())),
    );
  add('stop', t.stop)
    .argument('<id>', t.id, runNumber)
    .action((run: number, _, command: Command) =>
      finish(async () => (await commands()).stopRun(run, command.optsWithGlobals())),
    );
  add('compare', t.compare)
    .argument('<earlier>', t.id, runNumber)
    .argument('<later>', t.id, runNumber)
    .option('--json', t.json)
    .action((earlier: number, later: number, _, command: Command) =>
      finish(async () => (await commands()).compareRuns(earlier, later, command.optsWithGlobals())),
    );
}
