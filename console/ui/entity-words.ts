import { rowWords } from './row-words.js';

/** Texts for entities in tables. */
export const entityWords = {
  en: {
    ...rowWords.en,
    kind: 'Kind',
    kinds: {
      emission: 'identification',
      processing: 'processing',
      customer: 'customer’s',
      root: 'distributor',
    },
    owner: 'Owner (external id)',
    address: 'Stellar address',
    balance: 'Balance',
  },
  uk: {
    ...rowWords.uk,
    kind: 'Вид',
    kinds: {
      emission: 'сутність ідентифікації',
      processing: 'сутність процесингу',
      customer: 'сутність клієнта',
      root: 'сутність розподілу',
    },
    owner: 'Власник (зовнішній ідентифікатор)',
    address: 'Адреса Stellar',
    balance: 'Залишок',
  },
};
