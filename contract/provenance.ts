/**
 * Where a statement about DCM comes from. Every operation, error, option and rule names its source, so that a reader
 * can tell what is documented from what is assumed.
 *
 * D current documentation · O older or sibling documentation · X evidence from elsewhere · A assumed by this project
 * · RFC a public standard.
 */

/** Pages by tag; paths are relative to `docs.prozora.network/`, spelled as published. */
export const pages = {
  OV: { title: 'Overview', path: 'bank-integration/eng' },
  GL: { title: 'Glossary', path: 'bank-integration/eng/general/overview/glossary' },
  PLAN: {
    title: 'Integration Plan - Technical Team',
    path: 'bank-integration/eng/general/integration-plan/integration-plan-technical-team',
  },
  ERR: { title: 'Error messages', path: 'bank-integration/eng/general/error-messages' },
  AUTH: { title: 'Authentification', path: 'bank-integration/eng/api-methods/authentification' },
  JWTA: {
    title: 'Authorization via JWT',
    path: 'bank-integration/eng/api-methods/authentification/authorization-via-jwt',
  },
  BAUTH: {
    title: 'Bank authorization',
    path: 'bank-integration/eng/api-methods/authentification/bank-authorization',
  },
  JWTF: { title: 'JWT format', path: 'bank-integration/eng/api-methods/authentification/jwt-format' },
  EMP: { title: 'Employee', path: 'bank-integration/eng/api-methods/emlpoyee' },
  ADDROLE: {
    title: 'How to add a user to a role',
    path: 'bank-integration/eng/api-methods/emlpoyee/how-to-add-a-user-to-a-role',
  },
  ROLE: { title: 'Role management', path: 'bank-integration/eng/api-methods/emlpoyee/role-management' },
  SEG: { title: 'Segments', path: 'bank-integration/eng/api-methods/customer/segments' },
  REC: { title: 'Reconciliation', path: 'bank-integration/eng/api-methods/reconciliation' },
  BR: { title: '[optional] Branch', path: 'bank-integration/eng/api-methods/optional-branch' },
  'BR-ACC': {
    title: 'Branch access',
    path: 'bank-integration/eng/api-methods/optional-branch/branch-access',
  },
  'BR-EMP': {
    title: 'How to add employee to branch',
    path: 'bank-integration/eng/api-methods/optional-branch/how-to-add-employee-to-branch',
  },
  'BR-FLT': {
    title: 'Filter by branch',
    path: 'bank-integration/eng/api-methods/optional-branch/filter-by-branch',
  },
  'UG-ROLES': {
    title: 'User guide: Roles',
    path: 'user-guide-bank/product-features/user-role-management/roles',
  },
  'UG-STD': {
    title: 'User guide: Standard limits',
    path: 'user-guide-bank/product-features/limits/standard-limits',
  },
  'UG-IND': {
    title: 'User guide: Individual limits',
    path: 'user-guide-bank/product-features/limits/individual-limits',
  },
  'OLD-CUS': {
    title: 'External user (oldest guide)',
    path: 'guide-for-api-functions/4.-external-user-customer',
  },
  CUS: { title: 'Customer', path: 'bank-integration/eng/api-methods/customer' },
  ENT: { title: 'Digital entity', path: 'bank-integration/eng/api-methods/digital-entity' },
  ID: { title: 'Identifiers', path: 'bank-integration/eng/api-methods/identifiers' },
  TR: { title: 'Transfer', path: 'bank-integration/eng/api-methods/transfer' },
  'BR-TR': {
    title: 'Transfers (branches)',
    path: 'bank-integration/eng/api-methods/optional-branch/transfers-branches',
  },
  MS: {
    title: 'Multisignature for transfers',
    path: 'bank-integration/eng/api-methods/transfer/multisignature-for-transfers',
  },
  CB: {
    title: '[optional] Callbacks',
    path: 'bank-integration/eng/api-methods/transfer/optional-callbacks',
  },
  CAT: { title: 'Category', path: 'bank-integration/eng/api-methods/transfer/category' },
  LIM: { title: 'Limits', path: 'bank-integration/eng/api-methods/limits' },
  'UG-EMP': {
    title: 'User guide: Employees',
    path: 'user-guide-bank/product-features/user-role-management/employees',
  },
  'UG-ID': {
    title: 'User guide: Create/delete identifiers',
    path: 'user-guide-bank/product-features/create-delete-identifiers',
  },
  'UG-PAY': {
    title: 'User guide: Payment operations',
    path: 'user-guide-bank/product-features/payment-operations',
  },
  'AID-AUTH': {
    title: 'Authentification (aid-support)',
    path: 'aid-support/eng-integration-guide-for-bank/api-methods/authentification',
  },
  'AID-CUS': {
    title: 'Customer (aid-support)',
    path: 'aid-support/eng-integration-guide-for-bank/api-methods/customer',
  },
  'AID-CB': {
    title: 'Callbacks (aid-support)',
    path: 'aid-support/eng-integration-guide-for-bank/api-methods/transfer/callbacks',
  },
  'AID-TR': {
    title: 'Transfer (aid-support)',
    path: 'aid-support/eng-integration-guide-for-bank/api-methods/transfer',
  },
  'OLD-START': { title: 'Getting started (oldest guide)', path: 'guide-for-api-functions/getting-started' },
  'OLD-ASSET': { title: 'Assets (oldest guide)', path: 'guide-for-api-functions/5.-assets' },
  'OLD-CP': {
    title: 'Counterparties management (oldest guide)',
    path: 'guide-for-api-functions/1.-counterparties-management',
  },
  'OLD-ACC': {
    title: 'Accounts management (oldest guide)',
    path: 'guide-for-api-functions/2.-accounts-management',
  },
  'OLD-EMP': {
    title: 'Internal user (oldest guide)',
    path: 'guide-for-api-functions/3.-internal-user-emlpoyee',
  },
  'OLD-PAY': { title: 'Payment (oldest guide)', path: 'guide-for-api-functions/6.-payment' },
  ORY: { title: 'Ory Kratos and Oathkeeper, public reference', path: '' },
  HZN: { title: 'Stellar Horizon API, public reference', path: '' },
  TEST: { title: 'A third-party public test against the stage', path: '' },
  'RFC-8259': { title: 'RFC 8259 JSON', path: '' },
  'RFC-9112': { title: 'RFC 9112 HTTP/1.1', path: '' },
  'RFC-7515': { title: 'RFC 7515 JSON Web Signature', path: '' },
  'RFC-7517': { title: 'RFC 7517 JSON Web Key', path: '' },
  'RFC-7519': { title: 'RFC 7519 JSON Web Token', path: '' },
  'RFC-9110': { title: 'RFC 9110 HTTP Semantics', path: '' },
  HERE: { title: 'Assumed by this project; see docs/fidelity.md', path: '' },
} as const;

export type PageTag = keyof typeof pages;

/** Pages that could be read as a whole; of the others of the documentation only about the first 2,000 characters. */
export const wholePages: readonly PageTag[] = ['PLAN', 'ERR'];

/** Titles of pages of which nothing else could be read. */
export const unreadPages = [
  'Common requirements',
  'Basic use case',
  'Change log',
  'Branch digital entity',
] as const;

type RfcTag = Extract<PageTag, `RFC-${string}`>;

/** A source as written in declarations: `D BAUTH`, `O AID-AUTH`, `RFC 7519`, `A`. */
export type Source =
  | 'A'
  | `${'D' | 'O' | 'X'} ${Exclude<PageTag, RfcTag | 'HERE'>}`
  | (RfcTag extends `RFC-${infer Number}` ? `RFC ${Number}` : never);

/** The mark of a source and the tag of its page; the page may be unknown if the source comes from elsewhere. */
export function parseSource(source: string): { mark: string; page: string } {
  const [mark = '', tag = ''] = source.split(' ');
  if (mark === 'A') return { mark, page: 'HERE' };
  return { mark, page: mark === 'RFC' ? `RFC-${tag}` : tag };
}
