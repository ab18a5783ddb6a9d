import type { Explanations } from './explanation.js';

/** Who may do what, and within which counterparty and branch. */
export const permissionCauses = {
  'officer-needed': {
    code: 'permission',
    says: {
      en: 'only an officer of DCM may do this, and the caller is an employee of a bank',
      uk: 'це дозволено лише працівникові DCM, а запит надіслав працівник банку',
    },
    where: 'header Authorization',
    right: {
      en: 'log in as an officer of DCM (POST /control/v1/officers), or do it through the control API',
      uk: 'увійдіть як працівник DCM (POST /control/v1/officers) або зробіть це через API керування',
    },
    source: 'O OLD-CP',
  },
  'officer-by-bank-token': {
    code: 'permission',
    says: {
      en: 'only an officer of DCM may do this, and the request has a token of a bank',
      uk: 'це дозволено лише працівникові DCM, а в запиті токен банку',
    },
    where: 'header CX-Authorization',
    right: {
      en: 'log in as an officer of DCM and send Authorization: bearer <session_token>',
      uk: 'увійдіть як працівник DCM і надішліть Authorization: bearer <session_token>',
    },
    source: 'O OLD-CP',
  },
  'officer-elsewhere': {
    code: 'permission',
    says: {
      en: 'the caller is an officer of DCM, and this operation is for banks',
      uk: 'запит надіслав працівник DCM, а ця операція — для банків',
    },
    where: 'header Authorization',
    right: {
      en: 'log in as an employee of the counterparty, or send its JWT in CX-Authorization',
      uk: 'увійдіть як працівник контрагента або надішліть його JWT у CX-Authorization',
    },
    source: 'A',
  },
  'other-counterparty': {
    code: 'permission',
    says: {
      en: 'the path names another counterparty ({asked}); the caller belongs to {own}',
      uk: 'у шляху інший контрагент ({asked}); той, хто надіслав запит, належить до {own}',
    },
    where: 'path counterparty_guid',
    right: {
      en: 'put {own} into the path, or use the credentials of that counterparty',
      uk: 'укажіть у шляху {own} або використайте облікові дані того контрагента',
    },
    source: 'A',
  },
  'permission-missing': {
    code: 'permission',
    says: {
      en: 'no role of the employee has the permission {permission}; roles: {roles}',
      uk: 'жодна роль працівника не має права {permission}; ролі: {roles}',
    },
    where: 'header Authorization',
    right: {
      en: 'whoever has rbac:POST, such as an Administrator, adds it to a role (addRolePermission) and the role to the employee (addUserToRole)',
      uk: 'той, хто має rbac:POST, наприклад Administrator, додає його до ролі (addRolePermission), а роль — працівникові (addUserToRole)',
    },
    source: 'D ROLE',
  },
  'branch-permission-missing': {
    code: 'permission',
    says: {
      en: 'no role of the employee has the permission {permission}, neither in general nor in branch {branch}; roles: {roles}',
      uk: 'жодна роль працівника не має права {permission} ані загалом, ані у філії {branch}; ролі: {roles}',
    },
    where: 'path branch_guid',
    right: {
      en: 'whoever may change roles adds it to a role of this branch (addBranchRolePermission) and the role to the employee (addUserToBranchRole)',
      uk: 'той, хто може змінювати ролі, додає його до ролі цієї філії (addBranchRolePermission), а роль — працівникові (addUserToBranchRole)',
    },
    source: 'D BR-ACC',
  },
  'confined-to-branch': {
    code: 'permission',
    says: {
      en: 'the employee is confined to branch {own} and cannot change what the whole counterparty has',
      uk: 'працівник обмежений філією {own} і не може змінювати того, що належить усьому контрагентові',
    },
    where: 'header Authorization',
    right: {
      en: 'log in as an employee without a branch (updateEmployee, branch_guid)',
      uk: 'увійдіть як працівник без філії (updateEmployee, branch_guid)',
    },
    source: 'D BR',
  },
  'other-branch': {
    code: 'permission',
    says: {
      en: 'the request is about another branch ({asked}); the employee is confined to {own}',
      uk: 'запит стосується іншої філії ({asked}); працівник обмежений філією {own}',
    },
    where: 'given branch_guid',
    right: {
      en: 'name branch {own}, or log in as an employee of the other branch or without one',
      uk: 'укажіть філію {own} або ввійдіть як працівник іншої філії чи без філії',
    },
    source: 'D BR',
  },
  'branch-access-denied': {
    says: {
      en: 'the user that was asked about does not have {permission} in this branch',
      uk: 'користувач, про якого запитано, не має права {permission} у цій філії',
    },
    where: 'body permission',
    right: {
      en: 'this is the answer to the question; add the permission to a role of the user to change it',
      uk: 'це відповідь на запитання; щоб вона змінилася, додайте право до ролі користувача',
    },
    source: 'D BR-ACC',
  },
  'control-viewer': {
    says: {
      en: 'whoever sends this token may only look: {problem}',
      uk: 'із цим токеном можна лише переглядати: {problem}',
    },
    where: 'header Authorization',
    right: {
      en: 'send the control token of the mock, or that of this sandbox',
      uk: 'надішліть токен керування імітатора або цієї пісочниці',
    },
    source: 'A',
  },
  'control-stranger': {
    says: {
      en: 'the control API does not serve this caller: {problem}',
      uk: 'API керування не обслуговує цього запиту: {problem}',
    },
    where: 'header Host, Origin or Authorization',
    right: {
      en: 'call it from this machine under its own name, or start the mock with --control-token and send that token',
      uk: 'звертайтеся з цього комп’ютера за його власною назвою або запустіть імітатор із --control-token і надсилайте цей токен',
    },
    source: 'A',
  },
} as const satisfies Explanations;
