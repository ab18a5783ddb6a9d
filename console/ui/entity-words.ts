/** What entities are called in tables. */
export const entityWords = {
  en: {
    kind: 'Kind',
    kinds: {
      emission: 'identification',
      processing: 'processing',
      customer: 'customer’s',
      root: 'distributor',
    },
    guid: 'Guid',
    owner: 'Owner (external id)',
    address: 'Stellar address',
    created: 'Created',
    balance: 'Balance',
  },
  uk: {
    kind: 'Вид',
    kinds: {
      emission: 'сутність ідентифікації',
      processing: 'сутність процесингу',
      customer: 'сутність клієнта',
      root: 'сутність розподілу',
    },
    guid: 'Guid',
    owner: 'Власник (зовнішній ідентифікатор)',
    address: 'Адреса Stellar',
    created: 'Створено',
    balance: 'Залишок',
  },
};
