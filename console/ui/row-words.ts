/** Titles of columns in many tables. */
export const rowWords = {
  en: {
    guid: 'Guid',
    created: 'Created',
    sender: 'Sender',
    receiver: 'Receiver',
    amount: 'Amount',
    purpose: 'Purpose',
    status: 'Status',
    asset: 'Asset',
  },
  uk: {
    guid: 'Guid',
    created: 'Створено',
    sender: 'Відправник',
    receiver: 'Отримувач',
    amount: 'Сума',
    purpose: 'Призначення',
    status: 'Статус',
    asset: 'Актив',
  },
};
