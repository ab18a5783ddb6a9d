import type { Explanations } from './explanation.js';

/** Roles, keys, reconciliation, and the state of the mock as a whole. */
export const organizationCauses = {
  'role-exists': {
    code: 'role-exists',
    says: {
      en: 'the counterparty or one of its branches already has a role {name}',
      uk: 'контрагент або одна з його філій уже має роль {name}',
    },
    where: 'body role_name',
    right: { en: 'use it, or send another name', uk: 'використайте її або надішліть іншу назву' },
    source: 'A',
  },
  'administrator-fixed': {
    code: 'administrator-fixed',
    says: {
      en: 'the role Administrator has every permission and cannot be changed',
      uk: 'роль Administrator має всі права, її не можна змінити',
    },
    where: 'given role_name',
    right: { en: 'create a role of your own (createRole)', uk: 'створіть власну роль (createRole)' },
    source: 'D ROLE',
  },
  'jwk-invalid': {
    code: 'jwk-invalid',
    says: {
      en: 'DCM does not accept this public key: {problem}',
      uk: 'DCM не приймає цього публічного ключа: {problem}',
    },
    where: 'body data',
    right: {
      en: 'send the public JWK of an RSA, EC P-256 or Ed25519 key with kid and alg, and never a private one',
      uk: 'надішліть публічний JWK ключа RSA, EC P-256 або Ed25519 з kid і alg, ніколи не приватний',
    },
    source: 'D JWTA',
  },
  'jwk-exists': {
    code: 'jwk-exists',
    says: {
      en: 'a JWK with kid {kid} is already registered, perhaps by another counterparty',
      uk: 'JWK із kid {kid} уже зареєстровано, можливо, іншим контрагентом',
    },
    where: 'body data.kid',
    right: {
      en: 'give each key a kid of its own, or replace the key (updateJwk)',
      uk: 'дайте кожному ключу власний kid або замініть ключ (updateJwk)',
    },
    source: 'A',
  },
  'recon-order': {
    code: 'recon-order',
    says: { en: 'a bank can only confirm a recon', uk: 'банк може лише підтвердити звірку' },
    where: 'body status',
    right: { en: 'send status: confirmed', uk: 'надішліть status: confirmed' },
    source: 'D REC',
  },
  'recon-status': {
    code: 'recon-status',
    says: { en: 'the recon is already {status}', uk: 'звірка вже має статус {status}' },
    where: 'state',
    right: {
      en: 'confirm only what listRecons shows as calculated; an officer pays what awaits payment',
      uk: 'підтверджуйте лише те, що listRecons показує як calculated; оплату вносить працівник DCM',
    },
    source: 'D REC',
  },
  'recon-confirmed-here': {
    code: 'recon-status',
    says: {
      en: 'this counterparty has already confirmed the recon; the other one has not yet',
      uk: 'цей контрагент уже підтвердив звірку; інший — ще ні',
    },
    where: 'state',
    right: { en: 'wait for the other counterparty', uk: 'дочекайтеся іншого контрагента' },
    source: 'D REC',
  },
  'not-kept': {
    code: 'not-kept',
    says: {
      en: 'the mock cannot save its state: {problem}',
      uk: 'імітатор не може зберегти стан: {problem}',
    },
    where: 'state',
    right: {
      en: 'make room on the disk or allow writing to the file of --state; reading goes on meanwhile',
      uk: 'звільніть місце на диску або дозвольте запис у файл --state; читання тим часом працює',
    },
    source: 'A',
  },
  'database-away': {
    code: 'database-away',
    says: {
      en: 'the mock cannot reach the database that holds its state: {problem}',
      uk: 'імітатор не може з’єднатися з базою даних, у якій зберігає стан: {problem}',
    },
    where: 'state',
    right: {
      en: 'send the request again when the database is back; look first whether an operation that was in progress was carried out',
      uk: 'надішліть запит ще раз, коли база даних знову працюватиме; спершу перевірте, чи не виконано операцію, що тривала',
    },
    source: 'A',
  },
  'world-elsewhere': {
    code: 'world-elsewhere',
    says: {
      en: 'another process of the mock has taken this state over, and this one may not change it any more',
      uk: 'цей стан перейняв інший процес імітатора, і цей більше не може його змінювати',
    },
    where: 'state',
    right: {
      en: 'send the request again: the process that serves the state now will get it',
      uk: 'надішліть запит ще раз: його отримає процес, який тепер обслуговує стан',
    },
    source: 'A',
  },
  'process-ended': {
    code: 'process-ended',
    says: {
      en: 'the process of the mock that served this request ended before it answered',
      uk: 'процес імітатора, що обслуговував цей запит, завершився, не відповівши',
    },
    where: 'state',
    right: {
      en: 'look whether the operation was carried out before you send it again; another process serves the state now',
      uk: 'перевірте, чи операцію виконано, перш ніж надсилати її знову; стан тепер обслуговує інший процес',
    },
    source: 'A',
  },
  'state-replaced': {
    code: 'state-replaced',
    says: {
      en: 'the mock was reset, or a snapshot restored, while the request was being served',
      uk: 'поки виконувався запит, імітатор скинули або відновили знімок',
    },
    where: 'state',
    right: {
      en: 'let no reset meet requests in progress; send it again in the new state',
      uk: 'не скидайте стан під час запитів; надішліть запит ще раз у новому стані',
    },
    source: 'A',
  },
  'control-conflict': {
    code: 'control-conflict',
    says: {
      en: 'the control API cannot do this now: {problem}',
      uk: 'API керування зараз не може цього зробити: {problem}',
    },
    where: 'state',
    right: {
      en: 'free what is named, or change what was asked for, and send it again',
      uk: 'звільніть назване або змініть запит і надішліть його ще раз',
    },
    source: 'A',
  },
  'fault-answer': {
    says: {
      en: 'nothing was wrong with the request: a fault that was ordered through the control API answered it, and nothing was done',
      uk: 'запит був правильний: на нього відповів збій, замовлений через API керування, і нічого не зроблено',
    },
    where: 'state',
    right: {
      en: 'send it again, or look at the faults that wait (GET /control/v1/faults)',
      uk: 'надішліть запит ще раз або перегляньте збої, що чекають (GET /control/v1/faults)',
    },
    source: 'A',
  },
  'fault-after': {
    says: {
      en: 'the operation was done, and a fault that was ordered through the control API replaced its response',
      uk: 'операцію виконано, а її відповідь замінив збій, замовлений через API керування',
    },
    where: 'state',
    right: {
      en: 'read what was done before doing it again',
      uk: 'перш ніж повторювати, прочитайте, що вже зроблено',
    },
    source: 'A',
  },
  'fault-closed': {
    says: {
      en: 'a fault that was ordered through the control API closed the connection, and nothing was done',
      uk: 'збій, замовлений через API керування, закрив з’єднання, і нічого не зроблено',
    },
    where: 'state',
    right: { en: 'send the request again', uk: 'надішліть запит ще раз' },
    source: 'A',
  },
} as const satisfies Explanations;
