import type { Said } from '../texts/said.js';

/** Causes that several families of rules share. */
export const decodedOnly: Said = {
  en: 'the token is decoded, but its signature is not verified',
  uk: 'токен лише декодують, а підпис не перевіряють',
};
/** A check that an attacker can avoid, since the claim can have any of its values. */
export const oneFlowOnly: Said = {
  en: 'the check is made only for some values of the claim flow',
  uk: 'перевірку роблять лише для деяких значень поля flow',
};
export const anyError: Said = {
  en: 'an error in the JWT library results in 400 or 500 instead of 401',
  uk: 'помилка JWT-бібліотеки перетворюється на 400 або 500 замість 401',
};
