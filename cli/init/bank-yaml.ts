import type { Settings } from './settings.js';

const quoted = (text: string): string => JSON.stringify(text);

const callbacks = (url: string): readonly string[] =>
  url === 'none'
    ? [
        '  # callback_url: https://api.bank.example     # base of /api/dcm/notify/*; then set plan.callbacks to true',
      ]
    : [`  callback_url: ${quoted(url)}   # base of /api/dcm/notify/*`];

const schemes = (list: string): readonly string[] => {
  const names = list.split(',');
  const jwks = 'jwks: ./bank-jwks.json';
  return [
    `  schemes: [${names.join(', ')}]   # dcm: sessions and tokens of DCM; bank: JWT by Bank; steps 12 to 16 run once for each`,
    names.includes('bank')
      ? `  ${jwks}   # the public JWKs of the bank`
      : `  # ${jwks}   # the public JWKs of the bank; required with the scheme bank`,
  ];
};

/** The text of bank.yaml, with comments for whoever edits it next. */
export function bankYaml({ alias, name, authUrl, callbackUrl, actsUrl, ...more }: Settings): string {
  return `# The bank under test. docs/verify-your-bank.md of dcm-conformance explains each member.
# yaml-language-server: $schema=./node_modules/dcm-conformance/docs/bank.schema.json
#
# \${NAME} takes a value from the environment: see .env.example. Paths are relative to this file.

# The processing center that dcm verify starts for a run.
dcm:
  keys: ./dcm-keys.json   # create it once: dcm keys dcm-keys.json
  host: 127.0.0.1         # the address to listen on
  port: 4010
  # public_url: http://dcm.test:4010   # as the bank reaches it, if different

bank:
  alias: ${quoted(alias)}
  name: ${quoted(name)}
  auth_url: ${quoted(authUrl)}   # base of /user_auth, /key and /external_id
${callbacks(callbackUrl).join('\n')}
${schemes(more.schemes).join('\n')}
  leeway_s: 60            # the clock skew that its token check allows
  jwks_cooldown_s: 30     # how long it may use cached keys of DCM

  # Its first employee at DCM; the password is of your choice.
  first_employee: { email: officer@${alias}.example, password: "\${OFFICER_PASSWORD}" }

  # Who may act: the bank must accept the first one and refuse the second one.
  subjects: { admin: dcm-admin@dcm.example, forbidden: stranger@${alias}.example }

  # Two users of the bank that hold the keys of its own digital entities.
  key_keepers:
    - { login: keeper-identification, external_id: kk-1, for: identification }
    - { login: keeper-processing, external_id: kk-2, for: processing }

  # Test users: generated here, or a list of { login, name, ... } if they are created by hand.
  customers: { generate: 200 }

  # A user whom the bank must refuse.
  unknown: { login: nobody@${alias}.example, external_id: nobody }

# How the bank is told to act: http (a hook in its test installation), command (a program for each act), manual (a
# person), none (no one). docs/acts.md says what each act is about.
driver:
  kind: http
  url: ${quoted(actsUrl)}
  token: "\${ACTS_TOKEN}"

# The parts of the plan that the bank takes part in.
plan:
  callbacks: ${callbackUrl !== 'none'}
  multisignature: false   # with true: set bank.sign_url and bank.signers
  branches: false
  limits: true
  reconciliation: true
`;
}

/** The text of .env.example: the variables that bank.yaml and the hook read. */
export const environmentExample = `# Copy this file to .env, change the values, and load them into the shell that starts the bank and dcm:
#   cp .env.example .env
#   set -a; . ./.env; set +a
# Keep .env and dcm-keys.json out of the repository.

# Of the first employee of the bank at DCM (bank.first_employee in bank.yaml). DCM wants at least 8 characters, with a
# capital letter, a lower-case letter, a digit and a special symbol.
OFFICER_PASSWORD=Change-me-2-something-long

# With which dcm calls the driver hook (driver.token in bank.yaml).
ACTS_TOKEN=change-me-as-well
`;
