import type { ManualTexts } from './texts.js';

const minutes = (ms: number): string =>
  ms < 90_000 ? `${Math.round(ms / 1000)} s` : `${Math.round(ms / 60_000)} min`;

export const english: ManualTexts = {
  ping: "Let the bank fetch DCM's JWKS.",
  configure: 'Configure the bank with these values of DCM:',
  keeper: (purpose, login, externalId) => `key keeper, ${purpose}: login ${login}, external id ${externalId}`,
  secrets: 'Create secrets in the bank for these users:',
  user: (login, externalId) => `login ${login}${externalId ? `, external id ${externalId}` : ''}`,
  titles: {
    'issue-identifiers': 'Let the bank request the creation of identifiers:',
    'delete-identifiers': 'Let the bank request the deletion of identifiers:',
    'create-customers': 'Let the bank create these customers at DCM:',
    transfer: 'Let the bank make a transfer and confirm it:',
    'create-payment': 'Let the bank make the draft of a transfer, without confirming it:',
    'confirm-payment': 'Let the bank confirm this draft:',
    'confirm-recon': 'Let the bank confirm this reconciliation:',
    'register-jwk': 'Let the bank register this public key at DCM:',
    'read-payment': 'Let the bank read this transfer:',
  },
  limit: (operation) => `Let the bank set this limit (${operation}):`,
  login: (email) =>
    `Let the bank's client log in at DCM as ${email}, with the password of bank.yaml, and read once.`,
  wrongLogin: (email, password) =>
    `Let the bank's client log in at DCM as ${email}, with the wrong password ${password}.`,
  empty: '(left empty)',
  time: (ms) => `You have ${minutes(ms)} for each task.`,
  left: (ms) => `${minutes(ms)} left.`,
  reminder: 'Still waiting for this task.',
  keys: 'Type + and Enter for the same time once more, c and Enter if the bank cannot do it.',
};
