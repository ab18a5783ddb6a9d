import { bankPhrases } from './banks.js';
import { controlPhrases, thingPhrases } from './control.js';
import { databasePhrases } from './database.js';
import { findingPhrases } from './findings.js';
import { keyPhrases } from './keys.js';
import { loginPhrases, passwordPhrases } from './logins.js';
import { memberPhrases } from './members.js';
import { pagePhrases } from './pages.js';
import { refusalPhrases } from './refusals.js';
import { requestPhrases } from './requests.js';
import { runOrderPhrases, runPhrases, runThings } from './runs.js';
import { sandboxPhrases } from './sandboxes.js';
import { statePhrases } from './state.js';
import { createReader } from './template.js';

const parts = createReader([
  ...thingPhrases,
  ...runThings,
  ...runOrderPhrases,
  ...controlPhrases,
  ...sandboxPhrases,
  ...requestPhrases,
  ...memberPhrases,
  ...keyPhrases,
  ...bankPhrases,
  ...passwordPhrases,
  ...statePhrases,
  ...databasePhrases,
  ...runPhrases,
]);
const whole = createReader(
  [
    ...refusalPhrases,
    ...controlPhrases,
    ...sandboxPhrases,
    ...requestPhrases,
    ...loginPhrases,
    ...findingPhrases,
    ...pagePhrases,
    ...runPhrases,
  ],
  parts,
);

/**
 * What DCM or the control API said in an error, in Ukrainian; undefined for what has no translation. The wire stays as it
 * is documented: the text itself tells which entry of the catalogue it is.
 */
export const inUkrainian = (text: string): string | undefined => whole(text) ?? parts(text);

/** The same for what stands within such a text: a thing, a problem. */
export const partInUkrainian = (text: string): string | undefined => parts(text) ?? whole(text);
