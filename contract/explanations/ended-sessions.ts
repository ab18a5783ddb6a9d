import type { Explanations } from './explanation.js';

/** Sessions that somebody else has ended. */
export const endedSessionCauses = {
  'session-new-password': {
    code: 'session',
    says: {
      en: 'the session was ended at {at}, when the employee got a new password',
      uk: 'сесію завершено {at}, коли працівник отримав новий пароль',
    },
    where: 'header Authorization',
    right: {
      en: 'log in with the new password; only the session that set it stays valid',
      uk: 'увійдіть із новим паролем; чинною лишається тільки сесія, у якій його встановили',
    },
    source: 'X ORY',
  },
  'session-disabled': {
    code: 'session',
    says: {
      en: 'the session was ended at {at}, when the employee was disabled',
      uk: 'сесію завершено {at}, коли працівника вимкнули',
    },
    where: 'header Authorization',
    right: {
      en: 'enable the employee (updateEmployee, is_disabled: false) and log in again, or log in as another one',
      uk: 'увімкніть працівника (updateEmployee, is_disabled: false) і ввійдіть знову або ввійдіть як інший',
    },
    source: 'D EMP',
  },
  'session-by-officer': {
    code: 'session',
    says: {
      en: 'all sessions were ended at {at} through the control API',
      uk: 'усі сесії завершено {at} через API керування',
    },
    where: 'header Authorization',
    right: {
      en: 'log in again: a client has to bear that its session ends at any time',
      uk: 'увійдіть знову: клієнт має бути готовий до завершення сесії будь-коли',
    },
    source: 'A',
  },
  'session-reset': {
    code: 'session',
    says: {
      en: 'the session began before the mock was reset or a snapshot was restored',
      uk: 'сесія почалася до того, як імітатор скинули або відновили знімок',
    },
    where: 'header Authorization',
    right: {
      en: 'register the bank and its employees again if needed, and log in again',
      uk: 'за потреби знову зареєструйте банк і працівників, а тоді ввійдіть знову',
    },
    source: 'A',
  },
  'session-displaced': {
    code: 'session',
    says: {
      en: 'the session was dropped, because too many newer ones have begun',
      uk: 'сесію відкинуто, бо почалося забагато новіших',
    },
    where: 'header Authorization',
    right: {
      en: 'log in once and use the session for many requests',
      uk: 'входьте один раз і використовуйте сесію для багатьох запитів',
    },
    source: 'A',
  },
  'session-ended-meanwhile': {
    code: 'session',
    says: {
      en: 'the employee was disabled or got another password while the request was being served',
      uk: 'поки виконувався запит, працівника вимкнули або він отримав інший пароль',
    },
    where: 'state',
    right: { en: 'log in again', uk: 'увійдіть знову' },
    source: 'X ORY',
  },
} as const satisfies Explanations;
