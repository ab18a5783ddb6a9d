import type { Profile } from '../profile.js';
import { parseSource } from '../provenance.js';
import { findRule, type RuleId } from '../rules/index.js';
import type { Language } from './language.js';

/** An open question that a rule hangs on, and the options that stand for its other readings. */
interface Reading {
  /** Questions of docs/fidelity.md. */
  readonly unknown: string;
  readonly options: readonly (keyof Profile)[];
}

const reading = (unknown: string, ...options: readonly (keyof Profile)[]): Reading => ({ unknown, options });

/** Rules whose outcome depends on something that no part of the pages that we could read settles. */
const readings: Partial<Record<RuleId, Reading>> = {
  'JWT-09': reading('U-01', 'callback_token'),
  'JWT-11': reading('U-06'),
  'JWT-12': reading('U-06'),
  'KEY-02': reading('U-14'),
  'KEY-04': reading('U-14'),
  'KEY-06': reading('U-15'),
  'SIGN-01': reading('U-55', 'multisig_keys', 'network_passphrase'),
  'SIGN-04': reading('U-54', 'sign_retry_s', 'sign_timeout_ms'),
  'SIGN-06': reading('U-54'),
  'CALLBACK-01': reading('U-57', 'callback_timeout_ms', 'callback_retry_s'),
  'CALLBACK-03': reading('U-57', 'callback_retry_s'),
  'CALLBACK-04': reading('U-57'),
  'LOGIN-04': reading('U-11', 'session_ttl_s'),
  'EMISSION-03': reading('U-39', 'reserve'),
  'CUSTOMER-04': reading('U-30'),
  'TRANSFER-02': reading('U-43', 'iban_routing'),
  'TRANSFER-04': reading('U-45', 'posting'),
  'TRANSFER-06': reading('U-47', 'transfer_rules'),
  'TRANSFER-07': reading('U-48'),
  'TRANSFER-08': reading('U-25'),
  'REQUEST-04': reading('U-15'),
  'LIMIT-01': reading('U-33', 'limit_paths'),
  'LIMIT-02': reading('U-31, U-33', 'limit_paths'),
  'BANKJWT-01': reading('U-05', 'bank_jwt_algs'),
  'BANKJWT-02': reading('U-06', 'leeway_s'),
  'BANKJWT-03': reading('U-03', 'reverse_check'),
  'PLAN-10': reading('U-03, U-23'),
  'DECLINE-01': reading('U-10', 'declined_status'),
  'DECLINE-02': reading('U-10', 'declined_status'),
};

interface Phrases {
  readonly assumed: string;
  readonly silent: (unknown: string) => string;
  readonly options: (names: string) => string;
  readonly noOption: string;
}

const phrases: Readonly<Record<Language, Phrases>> = {
  en: {
    assumed: 'No part of the documentation that we could read says this: it is assumed by this project.',
    silent: (unknown) => `No part that we could read settles the details (${unknown}).`,
    options: (names) => `Other readings are options of the profile: ${names}; see docs/options.md.`,
    noOption: 'See docs/fidelity.md, look into the page itself, and ask DCM.',
  },
  uk: {
    assumed: 'У прочитаній нами частині документації цієї вимоги немає: це припущення нашого проєкту.',
    silent: (unknown) => `Прочитана нами частина документації не визначає подробиць (${unknown}).`,
    options: (names) => `Інші тлумачення є параметрами профілю: ${names}; див. docs/options.md.`,
    noOption: 'Див. docs/fidelity.md, перевірте саму сторінку і запитайте в DCM.',
  },
};

/** What a failure of this rule owes to an undocumented reading, and which option changes it; empty when nothing. */
export function readingOf(rule: string, language: Language): string {
  const declared = findRule(rule);
  if (declared === undefined) return '';
  const assumed = parseSource(declared.source).mark === 'A';
  const known = (readings as Readonly<Record<string, Reading>>)[rule];
  if (!assumed && known === undefined) return '';
  const say = phrases[language];
  const options = known?.options ?? [];
  return [
    assumed ? say.assumed : '',
    known === undefined ? '' : say.silent(known.unknown),
    options.length > 0 ? say.options(options.join(', ')) : say.noOption,
  ]
    .filter(Boolean)
    .join(' ');
}
