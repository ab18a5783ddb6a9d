import type { Explanations } from './explanation.js';

/** What belongs to the organization of a bank, and does not exist. */
export const missingOrganizationCauses = {
  'category-unknown': {
    code: 'not-found',
    says: {
      en: 'there is no category with this guid, or it was deleted',
      uk: 'категорії з таким guid немає або її видалено',
    },
    where: 'given category_guid',
    right: {
      en: 'send one that listCategories shows',
      uk: 'надішліть категорію, яку показує listCategories',
    },
    source: 'D CAT',
  },
  'role-unknown': {
    code: 'not-found',
    says: { en: 'the counterparty has no role {role}', uk: 'у контрагента немає ролі {role}' },
    where: 'given role_name',
    right: {
      en: 'send a name that listRoles shows, with its letter case, or create the role (createRole)',
      uk: 'надішліть назву, яку показує listRoles, з тим самим регістром, або створіть роль (createRole)',
    },
    source: 'D ROLE',
  },
  'role-of-other-kind': {
    code: 'not-found',
    says: {
      en: 'the role {role} exists, but in another place: roles of branches and of the counterparty are apart',
      uk: 'роль {role} існує, але в іншому місці: ролі філій і ролі контрагента окремі',
    },
    where: 'given role_name',
    right: {
      en: 'use the operation for roles of its kind, and name its own branch',
      uk: 'використайте операцію для ролей цього виду й укажіть її філію',
    },
    source: 'D BR-ACC',
  },
  'user-unknown': {
    code: 'not-found',
    says: {
      en: 'there is no employee with this guid in the reach of the caller',
      uk: 'працівника з таким guid, доступного з цими обліковими даними, немає',
    },
    where: 'given user_guid',
    right: {
      en: 'send one that listEmployees shows',
      uk: 'надішліть працівника, якого показує listEmployees',
    },
    source: 'D ROLE',
  },
  'employee-unknown': {
    code: 'not-found',
    says: {
      en: 'there is no employee with this guid in the reach of the caller',
      uk: 'працівника з таким guid, доступного з цими обліковими даними, немає',
    },
    where: 'path employee_guid',
    right: {
      en: 'send one that listEmployees shows',
      uk: 'надішліть працівника, якого показує listEmployees',
    },
    source: 'D EMP',
  },
  'branch-unknown': {
    code: 'not-found',
    says: {
      en: 'the counterparty has no branch with this guid, or it was deleted',
      uk: 'у контрагента немає філії з таким guid або її видалено',
    },
    where: 'given branch_guid',
    right: { en: 'send one that listBranches shows', uk: 'надішліть філію, яку показує listBranches' },
    source: 'D BR',
  },
  'branch-out-of-reach': {
    code: 'not-found',
    says: {
      en: 'the employee is confined to branch {own} and cannot name another one',
      uk: 'працівник обмежений філією {own} і не може вказати іншої',
    },
    where: 'given branch_guid',
    right: {
      en: 'leave branch_guid out, or send {own}',
      uk: 'не надсилайте branch_guid або надішліть {own}',
    },
    source: 'D BR',
  },
  'permission-unknown': {
    code: 'not-found',
    says: {
      en: 'there is no permission with this guid for {kind} roles',
      uk: 'права з таким guid для ролей виду {kind} немає',
    },
    where: 'given permission_guid',
    right: {
      en: 'send one that listPermissionTitles shows with this kind',
      uk: 'надішліть право, яке показує listPermissionTitles для цього виду',
    },
    source: 'D ROLE',
  },
  'recon-unknown': {
    code: 'not-found',
    says: {
      en: 'there is no recon with this guid in which the counterparty takes part',
      uk: 'звірки з таким guid за участю контрагента немає',
    },
    where: 'given recon_guid',
    right: { en: 'send one that listRecons shows', uk: 'надішліть звірку, яку показує listRecons' },
    source: 'D REC',
  },
  'jwk-unknown': {
    code: 'not-found',
    says: { en: 'the counterparty has no JWK with this guid', uk: 'у контрагента немає JWK із таким guid' },
    where: 'given jwk_guid',
    right: {
      en: 'send the guid of registerJwk or listJwks, not the kid',
      uk: 'надішліть guid із registerJwk або listJwks, а не kid',
    },
    source: 'D JWTA',
  },
  'account-type-unknown': {
    code: 'not-found',
    says: {
      en: 'the counterparty has no account type with this guid',
      uk: 'у контрагента немає типу рахунку з таким guid',
    },
    where: 'given account_type_guid',
    right: { en: 'send one that getSegments shows', uk: 'надішліть тип, який показує getSegments' },
    source: 'D SEG',
  },
  'counterparty-unknown': {
    code: 'not-found',
    says: { en: 'there is no counterparty with this guid', uk: 'контрагента з таким guid немає' },
    where: 'path counterparty_guid',
    right: {
      en: 'send one that listCounterparties shows; a reset forgets them all',
      uk: 'надішліть контрагента, якого показує listCounterparties; скидання прибирає їх усіх',
    },
    source: 'O OLD-CP',
  },
  'key-keeper-unknown': {
    code: 'not-found',
    says: {
      en: 'the counterparty has no key keeper {login}',
      uk: 'у контрагента немає хранителя ключа {login}',
    },
    where: 'body key_keeper_login',
    right: {
      en: 'send the login of a key keeper that was registered at onboarding, or leave it out',
      uk: 'надішліть логін хранителя ключа, зареєстрованого під час підключення, або не надсилайте його',
    },
    source: 'D ENT',
  },
  'emission-unknown': {
    code: 'not-found',
    says: {
      en: 'there is no request for identifiers with this guid at the counterparty',
      uk: 'запиту щодо ідентифікаторів із таким guid у контрагента немає',
    },
    where: 'given emission_guid',
    right: {
      en: 'send the guid of issueIdentifiers or burnIdentifiers',
      uk: 'надішліть guid із відповіді issueIdentifiers або burnIdentifiers',
    },
    source: 'D ID',
  },
  'no-identification-entity': {
    code: 'not-found',
    says: {
      en: 'the counterparty has no identification entity yet',
      uk: 'у контрагента ще немає сутності ідентифікації',
    },
    where: 'state',
    right: {
      en: 'create it first (createAccount with account_kind emission, or step 10 of the plan)',
      uk: 'спершу створіть її (createAccount з account_kind emission або крок 10 плану)',
    },
    source: 'D ID',
  },
  'control-unknown': {
    code: 'not-found',
    says: { en: 'the mock does not have this: {thing}', uk: 'імітатор цього не має: {thing}' },
    where: 'path',
    right: {
      en: 'read the list of the same resource; a reset and the bounds of the journal forget old things',
      uk: 'перегляньте список цього ресурсу; старе забувають скидання й межі журналу',
    },
    source: 'A',
  },
} as const satisfies Explanations;
