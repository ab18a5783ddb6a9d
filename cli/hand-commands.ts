import type { Command } from 'commander';

const collect = (value: string, previous: readonly string[]) => [...previous, value];

/** Commands for work by hand, with curl: keys, tokens, the reference bank. */
export function addHandCommands(
  program: Command,
  finish: (run: () => Promise<number>) => Promise<void>,
): void {
  program
    .command('keys <file>')
    .description("make DCM's keys and a counterparty guid once, and print their public parts (plan step 2)")
    .option('--show', 'print the public parts of keys that are there')
    .addHelpText('after', '\nExamples:\n  dcm keys dcm-keys.json\n  dcm keys dcm-keys.json --show')
    .action((file, options) => finish(async () => (await import('./commands/keys.js')).keys(file, options)));

  program
    .command('token')
    .description('make a token as DCM would, for curl')
    .requiredOption('--obj <text>', 'the user: a login for /user_auth, an external id otherwise')
    .requiredOption('--sub <text>', 'who acts, e.g. an employee’s e-mail')
    .option('--flow <flow>', 'sign-in, sign-up, sign-up-processing or sign-up-emission', 'sign-in')
    .option('--ttl <seconds>', 'lifetime', '60')
    .option('--defect <name>', 'make it with a defect, e.g. foreign-key, long-expired, alg-none')
    .option(
      '--as-kid <kid>',
      "sign with a throwaway key under this kid, e.g. the bank's own; the bank has to refuse it",
    )
    .option('--alg <name>', 'algorithm of that key; RS256 when left out')
    .option('--keys <file>', "DCM's keys, from dcm keys", 'dcm-keys.json')
    .addHelpText(
      'after',
      `
Example:
  curl -i http://127.0.0.1:8080/key -H "X-Session-ID: $(dcm token --obj kk-1 --sub dcm-admin@dcm.example)"`,
    )
    .action((options) => finish(async () => (await import('./commands/token.js')).token(options)));

  program
    .command('bank')
    .description('run the reference bank, whole or with one defect')
    .option('--port <number>', 'port; 0 takes a free one', '4020')
    .option('--dcm <url>', 'base URL of DCM', 'http://127.0.0.1:4010')
    .option('--subject <sub>', 'who may act; repeat for several', collect, [])
    .option('--defect <name>', 'make one mistake, e.g. refuses-everything')
    .option('--acts-token <token>', 'bearer token of the hook /dcm-acts; made when left out')
    .option('--officer-token <token>', 'bearer token of /officer/secrets; made when left out')
    .option('--own-key <file>', 'its private JWK, for JWT by Bank; made when the file is not there')
    .option('--jwks <file>', 'write the public part of its own key there')
    .option('--signing-seeds <file>', 'its two key pairs for /sign; made when the file is not there')
    .option('--leeway <seconds>', 'clock skew that its token check allows; 60 when left out')
    .option('--jwks-cooldown <seconds>', "how long it goes on with DCM's JWKS; 30 when left out")
    .option('--json', 'print one JSON line with its URLs and tokens')
    .addHelpText(
      'after',
      `
Examples:
  dcm bank --dcm http://127.0.0.1:4010 --subject dcm-admin@dcm.example
  dcm bank --own-key bank-key.json --jwks bank-jwks.json --signing-seeds bank-seeds.json`,
    )
    .action((options) => finish(async () => (await import('./commands/bank.js')).bank(options)));
}
