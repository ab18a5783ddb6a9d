import type { UiMessage } from './kratos-views.js';

/** Kratos' numbers and words of its messages (U-11). */
export const messages = {
  wrongCredentials: {
    id: 4000006,
    type: 'error',
    text: 'The provided credentials are invalid, check for spelling mistakes in your password or username, email address, or phone number.',
  },
  loggedIn: {
    id: 4000001,
    type: 'error',
    text: 'A valid session was detected and thus login is not possible. Did you forget to set `?refresh=true`?',
  },
  noLoginMethod: {
    id: 4010002,
    type: 'error',
    text: 'Could not find a strategy to log you in with. Did you fill out the form correctly?',
  },
  noSettingsMethod: {
    id: 4010004,
    type: 'error',
    text: 'Could not find a strategy to update your settings. Did you fill out the form correctly?',
  },
  noRecoveryMethod: {
    id: 4010005,
    type: 'error',
    text: 'Could not find a strategy to recover your account with. Did you fill out the form correctly?',
  },
  emailMissing: { id: 4000002, type: 'error', text: 'Property email is missing.' },
  codeSent: {
    id: 1060003,
    type: 'info',
    text: 'An email containing a recovery code has been sent to the email address you provided.',
  },
  wrongCode: {
    id: 4060006,
    type: 'error',
    text: 'The recovery code is invalid or has already been used. Please try again.',
  },
  recovered: {
    id: 1060001,
    type: 'success',
    text: 'You successfully recovered your account. Please change your password or set up an alternative login method.',
  },
  saved: { id: 1050001, type: 'success', text: 'Your changes have been saved!' },
} as const satisfies Record<string, UiMessage>;
