import type { Explanations } from './explanation.js';

/** Kratos' flows: recovery, settings, and what they have in common with the login. */
export const flowCauses = {
  'flow-missing': {
    says: {
      en: 'the query has no flow, or its value is not a UUID',
      uk: 'у запиті немає flow або його значення — не UUID',
    },
    where: 'query flow',
    right: {
      en: 'send ?flow= with the id of the flow that was begun before',
      uk: 'надішліть ?flow= з ідентифікатором потоку, який розпочато перед цим',
    },
    source: 'D AUTH',
  },
  'flow-unknown': {
    says: {
      en: 'there is no {kind} flow with this id',
      uk: 'потоку виду {kind} із таким ідентифікатором немає',
    },
    where: 'query flow',
    right: {
      en: 'begin a {kind} flow at this mock and send its id; a restart, a reset and an hour end flows',
      uk: 'розпочніть потік {kind} на цьому імітаторі й надішліть його id; потоки завершують перезапуск, скидання та година часу',
    },
    source: 'X ORY',
  },
  'flow-expired': {
    says: { en: 'the flow expired at {at}', uk: 'строк дії потоку минув {at}' },
    where: 'query flow',
    right: {
      en: 'go on with the flow in use_flow_id of the response',
      uk: 'продовжуйте з потоком, указаним в use_flow_id відповіді',
    },
    source: 'X ORY',
  },
  'flow-of-another': {
    says: { en: 'the flow belongs to another employee', uk: 'потік належить іншому працівникові' },
    where: 'query flow',
    right: {
      en: 'begin a flow with the session that sends it (createSettingsFlow)',
      uk: 'розпочніть потік із тією сесією, з якою його надсилаєте (createSettingsFlow)',
    },
    source: 'X ORY',
  },
  'session-too-old': {
    says: {
      en: 'the login was at {at}, more than an hour ago: too old to set a password',
      uk: 'вхід був {at}, понад годину тому: задавно, щоб змінювати пароль',
    },
    where: 'header X-Session-Token',
    right: {
      en: 'log in again (createLoginFlow with refresh=true) and send the new session_token',
      uk: 'увійдіть ще раз (createLoginFlow з refresh=true) і надішліть новий session_token',
    },
    source: 'X ORY',
  },
  'recovery-method': {
    says: { en: 'the method of the recovery is not code', uk: 'метод відновлення — не code' },
    where: 'body method',
    right: { en: 'send method: code', uk: 'надішліть method: code' },
    source: 'X ORY',
  },
  'recovery-email': {
    says: {
      en: 'the body has neither an email nor a code',
      uk: 'у тілі немає ні email, ні code',
    },
    where: 'body email',
    right: {
      en: 'send email first, and then the code of the mail',
      uk: 'спершу надішліть email, а потім код із листа',
    },
    source: 'X ORY',
  },
  'recovery-no-code': {
    says: {
      en: 'no code is valid in this flow: none was sent, or it has been used',
      uk: 'у цьому потоці немає чинного коду: його не надсилали або вже використано',
    },
    where: 'query flow',
    right: {
      en: 'ask for a code with the email of an employee, and use it once',
      uk: 'попросіть код для електронної пошти працівника і використайте його один раз',
    },
    source: 'X ORY',
  },
  'recovery-code': {
    says: { en: 'this is not the code of the mail', uk: 'це не той код, що в листі' },
    where: 'body code',
    right: {
      en: 'send the six digits of the newest mail (GET /control/v1/mailbox)',
      uk: 'надішліть шість цифр із найновішого листа (GET /control/v1/mailbox)',
    },
    source: 'X ORY',
  },
  'recovery-attempts': {
    says: {
      en: 'the flow has had too many wrong codes: {most} at most',
      uk: 'у потоці забагато неправильних кодів: щонайбільше {most}',
    },
    where: 'query flow',
    right: { en: 'begin another recovery', uk: 'розпочніть інше відновлення' },
    source: 'X ORY',
  },
  'recovery-outdated': {
    says: {
      en: 'the code is from before the employee was disabled or got another password or address',
      uk: 'код надіслано до того, як працівника вимкнули або він отримав інший пароль чи адресу',
    },
    where: 'body code',
    right: { en: 'begin another recovery', uk: 'розпочніть інше відновлення' },
    source: 'X ORY',
  },
  'settings-method': {
    says: { en: 'the method of the settings is not password', uk: 'метод налаштувань — не password' },
    where: 'body method',
    right: { en: 'send method: password', uk: 'надішліть method: password' },
    source: 'X ORY',
  },
  'password-weak': {
    says: { en: 'the password lacks: {problems}', uk: 'паролеві бракує: {problems}' },
    where: 'body password',
    right: {
      en: 'set one of 8 characters or more with a capital and a lower-case letter, a digit and a special character',
      uk: 'установіть пароль щонайменше з 8 символів, із великою й малою літерою, цифрою та спеціальним символом',
    },
    source: 'D UG-EMP',
  },
} as const satisfies Explanations;
