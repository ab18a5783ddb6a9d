import type { Cause } from './rule-text.js';

export const decodedOnly: Cause = [
  'the token is decoded but its signature is not verified',
  'токен лише декодують, а підпис не перевіряють',
];
export const anyError: Cause = [
  'an error of the JWT library ends as 400 or 500 instead of 401',
  'помилка JWT-бібліотеки перетворюється на 400 або 500 замість 401',
];
