import type { Phrase } from './template.js';

/** What is said of requests that a person has the mock send, and of faults. */
export const requestPhrases: readonly Phrase[] = [
  ['expected a method such as GET', 'очікувано метод, наприклад GET'],
  ['expected a path that begins with /', 'очікувано шлях, що починається з /'],
  [
    'only faults of a request and lose-callback can match a body',
    'тіло можуть мати умовою лише збої запиту та lose-callback',
  ],
  ['not one of listTokenDefects', 'такого дефекту немає серед listTokenDefects'],
  ['the employee is disabled and has no session', 'працівника вимкнено, сесії він не має'],
  [
    'the credential of this request is no longer known: choose another sender',
    'облікові дані цього запиту вже невідомі: оберіть іншого відправника',
  ],
  [
    'a request without seq has no original: choose another sender',
    'запит без seq не має оригіналу: оберіть іншого відправника',
  ],
  ['required for a request without seq', 'обов’язково для запиту без seq'],
];
