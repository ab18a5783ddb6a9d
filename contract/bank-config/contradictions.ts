import { passwordProblems } from '../password-policy.js';
import { findRule } from '../rules/index.js';
import { capabilitiesOf, privateJwkOf } from './driver.js';
import type { BankConfig } from './members.js';

/** Contradictions between members that are valid on their own: path, and what is allowed. */
export function contradictions({ bank, driver, scope, plan, waivers }: BankConfig): [string, string][] {
  const { acts, standsIn, makesSecrets } = capabilitiesOf(driver);
  const lacking = bank.first_employee === undefined ? [] : passwordProblems(bank.first_employee.password);
  const found: [boolean, string, string][] = [
    [
      bank.auth_url === undefined && (!bank.user_auth_url || !bank.user_key_url || !bank.user_id_url),
      'bank.auth_url',
      'required unless user_auth_url, user_key_url and user_id_url are all set',
    ],
    [
      acts && bank.first_employee === undefined,
      'bank.first_employee',
      `expected email and password: with the driver ${driver.kind} the bank logs in as this employee`,
    ],
    [
      lacking.length > 0,
      'bank.first_employee.password',
      `expected a password with ${lacking.join(', ')}: DCM refuses any other`,
    ],
    [
      new Set(bank.key_keepers.map((keeper) => keeper.for)).size !== 2,
      'bank.key_keepers',
      'expected one key keeper for identification and one for processing',
    ],
    [
      bank.key_keepers[0].external_id === bank.key_keepers[1].external_id,
      'bank.key_keepers',
      'expected two different external ids',
    ],
    [
      bank.subjects.admin === bank.subjects.forbidden,
      'bank.subjects.forbidden',
      'expected a subject other than subjects.admin',
    ],
    [
      bank.schemes.includes('bank') && bank.jwks === undefined && !standsIn,
      'bank.jwks',
      'required with the scheme bank',
    ],
    [
      bank.schemes.includes('bank') && standsIn && privateJwkOf(driver) === undefined,
      'driver.private_jwk',
      `required with the scheme bank: the driver ${driver.kind} calls DCM on behalf of the bank`,
    ],
    [
      plan.multisignature && bank.sign_url === undefined,
      'bank.sign_url',
      'required with plan.multisignature',
    ],
    [plan.multisignature && bank.signers === undefined, 'bank.signers', 'required with plan.multisignature'],
    [
      standsIn && scope !== 'service',
      'scope',
      `expected service: the driver ${driver.kind} calls DCM on behalf of the bank, so only what DCM calls is tested`,
    ],
    [
      (bank.tls?.cert === undefined) !== (bank.tls?.key === undefined),
      'bank.tls',
      'expected both cert and key',
    ],
    [
      !makesSecrets && !Array.isArray(bank.customers),
      'bank.customers',
      `expected a list: the driver ${driver.kind} cannot create secrets, so the bank must already hold those of its customers`,
    ],
    ...waivers.flatMap(({ rule }, index): [boolean, string, string][] => [
      [findRule(rule)?.side !== 'bank', `waivers.${index}.rule`, `${rule} is not a rule about banks`],
      [
        waivers.findIndex((waiver) => waiver.rule === rule) !== index,
        `waivers.${index}.rule`,
        `${rule} is already waived`,
      ],
    ]),
    [
      bank.probes === 'within-act' && standsIn,
      'bank.probes',
      `expected direct: the driver ${driver.kind} calls DCM on behalf of the bank, so the bank itself has no request in progress`,
    ],
  ];
  return found.filter(([wrong]) => wrong).map(([, member, allowed]) => [member, allowed]);
}
