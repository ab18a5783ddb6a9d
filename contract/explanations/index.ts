import type { ErrorCode, errorCatalogue } from '../errors.js';
import { bankAnswerCauses } from './bank-answers.js';
import { endedSessionCauses } from './ended-sessions.js';
import type { Explanation } from './explanation.js';
import { flowCauses } from './flows.js';
import { loginCauses } from './logins.js';
import { memberCauses } from './members.js';
import { missingCauses } from './missing.js';
import { missingOrganizationCauses } from './missing-organization.js';
import { moneyCauses } from './money.js';
import { organizationCauses } from './organization.js';
import { ownTokenCauses } from './own-token.js';
import { permissionCauses } from './permissions.js';
import { requestCauses } from './requests.js';
import { sandboxCauses } from './sandboxes.js';
import { sessionCauses } from './sessions.js';
import { signingCauses } from './signing.js';
import { stateCauses } from './state.js';

/** Families of causes in the order in which a request meets them, with the heading under which a reader finds them. */
export const causeFamilies = [
  [{ en: 'The form of the request', uk: 'Форма запиту' }, requestCauses],
  [{ en: 'Sessions', uk: 'Сесії' }, sessionCauses],
  [{ en: 'Sessions that were ended', uk: 'Завершені сесії' }, endedSessionCauses],
  [{ en: "The bank's own token", uk: 'Власний токен банку' }, ownTokenCauses],
  [{ en: 'Permissions', uk: 'Права' }, permissionCauses],
  [{ en: 'Login', uk: 'Вхід' }, loginCauses],
  [{ en: 'Recovery and settings', uk: 'Відновлення доступу й налаштування' }, flowCauses],
  [{ en: 'Members', uk: 'Поля' }, memberCauses],
  [{ en: 'What does not exist', uk: 'Чого немає' }, missingCauses],
  [
    { en: "What does not exist in the bank's organization", uk: 'Чого немає в організації банку' },
    missingOrganizationCauses,
  ],
  [{ en: 'What already exists or is done', uk: 'Що вже існує або зроблено' }, stateCauses],
  [{ en: 'Roles, keys, reconciliation, faults', uk: 'Ролі, ключі, звірка, збої' }, organizationCauses],
  [{ en: 'Money', uk: 'Гроші' }, moneyCauses],
  [{ en: "The bank's response", uk: 'Відповідь банку' }, bankAnswerCauses],
  [{ en: 'Multisignature', uk: 'Мультипідпис' }, signingCauses],
  [{ en: 'Sandboxes', uk: 'Пісочниці' }, sandboxCauses],
] as const;

/** Every cause for which the mock refuses a request. */
export const causes = {
  ...requestCauses,
  ...sessionCauses,
  ...endedSessionCauses,
  ...ownTokenCauses,
  ...permissionCauses,
  ...loginCauses,
  ...flowCauses,
  ...memberCauses,
  ...missingCauses,
  ...missingOrganizationCauses,
  ...stateCauses,
  ...organizationCauses,
  ...moneyCauses,
  ...bankAnswerCauses,
  ...signingCauses,
  ...sandboxCauses,
};

export type Cause = keyof typeof causes;

/** Causes that are refusals of the catalog. */
export type CatalogCause = {
  [Id in Cause]: (typeof causes)[Id] extends { code: ErrorCode } ? Id : never;
}[Cause];

type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? // A message may quote JSON.
    (Name extends `${string}"${string}` ? never : Name) | NamesIn<Rest>
  : never;
type TextsOf<One extends Explanation> =
  | One['says']['en' | 'uk']
  | One['right']['en' | 'uk']
  | One['where']
  | (One extends { code: infer Code extends ErrorCode } ? (typeof errorCatalogue)[Code]['message'] : never);

/** What the texts of a cause need: a refusal without one of them does not compile. */
export type Facts<Id extends Cause> = {
  readonly [Name in NamesIn<TextsOf<(typeof causes)[Id]>>]: string | number;
};

export const explanationOf = (cause: Cause): Explanation => causes[cause];

/** @throws {Error} for a cause that is no refusal of the catalog */
export function codeOf(cause: CatalogCause): ErrorCode {
  return causes[cause].code;
}
