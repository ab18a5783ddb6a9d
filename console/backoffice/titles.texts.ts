import { bilingual } from '../../contract/texts/language.js';

/** Titles of the pages: the menu has them before the pages themselves are loaded. */

export const entitiesTitle = bilingual({ title: 'Entities' }, { title: 'Сутності' });
export const customersTitle = bilingual({ title: 'Customers' }, { title: 'Клієнти' });
export const transfersTitle = bilingual({ title: 'Transfers' }, { title: 'Перекази' });
export const identifiersTitle = bilingual({ title: 'Identifiers' }, { title: 'Ідентифікатори' });
export const limitsTitle = bilingual({ title: 'Limits' }, { title: 'Ліміти' });
export const reconsTitle = bilingual({ title: 'Reconciliation' }, { title: 'Звірка' });
