import type { Command } from 'commander';
import type { Building } from './building.js';
import { collect } from './collect.js';
import { bankHelp } from './help/bank.js';
import { examplesIn } from './help/examples.js';
import { keysHelp } from './help/keys.js';
import { tokenHelp } from './help/token.js';

/** Commands for work by hand, with curl: keys, tokens, the reference bank. */
export function addHandCommands(program: Command, { language, finish }: Building): void {
  const ofKeys = keysHelp[language];
  program
    .command('keys <file>')
    .description(ofKeys.says)
    .option('--show', ofKeys.show)
    .addHelpText('after', examplesIn(language, 'dcm keys dcm-keys.json', 'dcm keys dcm-keys.json --show'))
    .action((file, _, command: Command) =>
      finish(async () => (await import('./commands/keys.js')).keys(file, command.optsWithGlobals())),
    );

  const ofToken = tokenHelp[language];
  program
    .command('token')
    .description(ofToken.says)
    .requiredOption('--obj <text>', ofToken.obj)
    .requiredOption('--sub <text>', ofToken.sub)
    .option('--flow <flow>', ofToken.flow, 'sign-in')
    .option('--ttl <seconds>', ofToken.ttl, '60')
    .option('--shift <seconds>', ofToken.shift)
    .option('--without <claim>', ofToken.without, collect, [])
    .option('--defect <name>', ofToken.defect)
    .option('--as-kid <kid>', ofToken.asKid)
    .option('--alg <name>', ofToken.alg)
    .option('--keys <file>', ofToken.keys, 'dcm-keys.json')
    .addHelpText(
      'after',
      examplesIn(
        language,
        'curl -i http://127.0.0.1:8080/key -H "X-Session-ID: $(dcm token --obj kk-1 --sub dcm-admin@dcm.example)"',
        'dcm token --obj kk-1 --sub dcm-admin@dcm.example --shift -125',
      ),
    )
    .action((options) => finish(async () => (await import('./commands/token.js')).token(options)));

  const ofBank = bankHelp[language];
  program
    .command('bank')
    .description(ofBank.says)
    .option('--port <number>', ofBank.port, '4020')
    .option('--dcm <url>', ofBank.dcm, 'http://127.0.0.1:4010')
    .option('--subject <sub>', ofBank.subject, collect, [])
    .option('--defect <name>', ofBank.defect)
    .option('--acts-token <token>', ofBank.actsToken)
    .option('--officer-token <token>', ofBank.officerToken)
    .option('--own-key <file>', ofBank.ownKey)
    .option('--jwks <file>', ofBank.jwks)
    .option('--signing-seeds <file>', ofBank.signingSeeds)
    .option('--leeway <seconds>', ofBank.leeway)
    .option('--jwks-cooldown <seconds>', ofBank.jwksCooldown)
    .option('--json', ofBank.json)
    .addHelpText(
      'after',
      examplesIn(
        language,
        'dcm bank --dcm http://127.0.0.1:4010 --subject dcm-admin@dcm.example',
        'dcm bank --own-key bank-key.json --jwks bank-jwks.json --signing-seeds bank-seeds.json',
      ),
    )
    .action((options) => finish(async () => (await import('./commands/bank.js')).bank(options)));
}
