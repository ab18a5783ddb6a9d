import type { Explanations } from './explanation.js';

/** Logging in and out, as Kratos has it. */
export const loginCauses = {
  'no-session': {
    says: {
      en: 'the request names no session: X-Session-Token is missing',
      uk: 'у запиті немає сесії: X-Session-Token відсутній',
    },
    where: 'header X-Session-Token',
    right: {
      en: 'send the session_token of the login as X-Session-Token, or as Authorization: bearer',
      uk: 'надішліть session_token з відповіді на вхід як X-Session-Token або Authorization: bearer',
    },
    source: 'X ORY',
  },
  'no-session-but': {
    says: {
      en: 'X-Session-Token is missing; the request has {header}, which the login does not read',
      uk: 'X-Session-Token відсутній; у запиті є {header}, але вхід його не читає',
    },
    where: 'header {header}',
    right: {
      en: 'send the session_token of the login as X-Session-Token, or as Authorization: bearer',
      uk: 'надішліть session_token з відповіді на вхід як X-Session-Token або Authorization: bearer',
    },
    source: 'X ORY',
  },
  'aal-unknown': {
    says: { en: 'aal is neither aal1 nor aal2', uk: 'aal — не aal1 і не aal2' },
    where: 'query aal',
    right: { en: 'leave aal out', uk: 'не надсилайте aal' },
    source: 'X ORY',
  },
  'aal-needs-session': {
    says: {
      en: 'aal2 was asked for without a session, and there is no second factor here',
      uk: 'запитано aal2 без сесії, а другого чинника тут немає',
    },
    where: 'query aal',
    right: { en: 'leave aal out, or send aal=aal1', uk: 'не надсилайте aal або надішліть aal=aal1' },
    source: 'X ORY',
  },
  'logged-in-already': {
    says: {
      en: 'the request has a valid session, so there is nothing to log in to',
      uk: 'у запиті є чинна сесія, тож входити не потрібно',
    },
    where: 'header X-Session-Token',
    right: {
      en: 'begin without the session, or with refresh=true in the query to log in again',
      uk: 'почніть без сесії або з refresh=true, щоб увійти ще раз',
    },
    source: 'X ORY',
  },
  'recovery-logged-in': {
    says: {
      en: 'the request has a valid session, so there is no access to recover',
      uk: 'у запиті є чинна сесія, тож відновлювати доступ не потрібно',
    },
    where: 'header X-Session-Token',
    right: {
      en: 'begin the recovery without the session; with it, set a password by createSettingsFlow',
      uk: 'почніть відновлення без сесії; із сесією змінюйте пароль через createSettingsFlow',
    },
    source: 'X ORY',
  },
  'login-method': {
    says: { en: 'the method of the login is not password', uk: 'метод входу — не password' },
    where: 'body method',
    right: { en: 'send method: password', uk: 'надішліть method: password' },
    source: 'D AUTH',
  },
  'login-email': {
    says: {
      en: 'no employee has this e-mail address as login',
      uk: 'жоден працівник не має такої електронної пошти як логіна',
    },
    where: 'body identifier',
    right: {
      en: 'send an address that listEmployees shows, or invite the employee (createEmployee)',
      uk: 'надішліть адресу, яку показує listEmployees, або запросіть працівника (createEmployee)',
    },
    source: 'D AUTH',
  },
  'login-disabled': {
    says: { en: 'the employee is disabled', uk: 'працівника вимкнено' },
    where: 'body identifier',
    right: {
      en: 'enable the employee: updateEmployee with is_disabled: false',
      uk: 'увімкніть працівника: updateEmployee з is_disabled: false',
    },
    source: 'D EMP',
  },
  'login-no-password': {
    says: {
      en: 'the employee has not set a password yet',
      uk: 'працівник ще не встановив пароля',
    },
    where: 'body password',
    right: {
      en: 'set one by the recovery (createRecoveryFlow); its code is in GET /control/v1/mailbox',
      uk: 'установіть його через відновлення доступу (createRecoveryFlow); код є в GET /control/v1/mailbox',
    },
    source: 'D UG-EMP',
  },
  'login-password': {
    says: {
      en: 'the employee has another password',
      uk: 'працівник має інший пароль',
    },
    where: 'body password',
    right: {
      en: 'send the password that was set last; letter case and spaces count',
      uk: 'надішліть пароль, установлений останнім; регістр літер і пробіли мають значення',
    },
    source: 'D AUTH',
  },
  'login-raced': {
    says: {
      en: 'the employee was disabled or got another password during the login',
      uk: 'під час входу працівника вимкнули або він отримав інший пароль',
    },
    where: 'state',
    right: { en: 'begin the login again', uk: 'почніть вхід заново' },
    source: 'X ORY',
  },
  'logout-token': {
    says: {
      en: 'no session has the session_token of the body',
      uk: 'сесії із session_token з тіла запиту немає',
    },
    where: 'body session_token',
    right: {
      en: 'send the session_token of a login; a session that a new password has ended needs no logout',
      uk: 'надішліть session_token з відповіді на вхід; сесії, яку завершив новий пароль, вихід не потрібен',
    },
    source: 'X ORY',
  },
} as const satisfies Explanations;
