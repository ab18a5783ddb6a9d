import type { Phrase } from './template.js';

/** What the mock notices about a request that it does not serve. */
export const findingPhrases: readonly Phrase[] = [
  ['unknown path; nearest: {operation}', 'невідомий шлях; найближча операція: {operation}'],
  [
    '{method} is not a method of this path; allowed: {allowed}',
    '{method} не є методом цього шляху; дозволено: {allowed}',
  ],
  ['{id} is from the oldest guide; today: {operation}', '{id} з найстарішого посібника; тепер: {operation}'],
  [
    'Authorization carries the id of a flow; send the session_token of the login',
    'в Authorization стоїть id процесу входу; надсилайте session_token, отриманий під час входу',
  ],
  [
    'Authorization is not of the form: bearer <session_token>',
    'Authorization має бути у формі: bearer <session_token>',
  ],
  ['both Authorization and CX-Authorization are filled', 'заповнено і Authorization, і CX-Authorization'],
  [
    '{operation} checks the token in CX-Authorization; there is none',
    '{operation} перевіряє токен у CX-Authorization, а його немає',
  ],
];
