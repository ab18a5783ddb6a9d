import type { Command } from 'commander';
import type { Building } from './building.js';
import { driftHelp } from './help/drift.js';
import { examplesIn } from './help/examples.js';

/** `dcm drift`: what a stage did otherwise. */
export function addDriftCommand(program: Command, { language, finish }: Building): void {
  const t = driftHelp[language];
  program
    .command('drift')
    .description(t.says)
    .argument('[recording...]', t.recordings)
    .option('--profile <file>', t.against)
    .option('--docs <place>', t.docs)
    .option('--learn <file>', t.learn)
    .option('--force', t.force)
    .option('--json <file>', t.json)
    .option('--html <file>', t.html)
    .option('--lang <language>', t.lang)
    .addHelpText('after', `\n${t.ends}`)
    .addHelpText(
      'after',
      examplesIn(
        language,
        'dcm drift stage.ndjson',
        'dcm drift stage.ndjson --html drift.html --json drift.json',
        'dcm drift stage.ndjson --learn stage.json',
        'dcm drift today.ndjson --profile stage.json',
        'dcm drift --docs https://docs.prozora.network',
      ),
    )
    .action((recordings: readonly string[], _options, command: Command) =>
      finish(async () => (await import('./commands/drift.js')).drift(recordings, command.optsWithGlobals())),
    );
}
