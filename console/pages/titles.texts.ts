import { bilingual } from '../../contract/texts/language.js';

/** Titles of pages that are loaded when they are opened: the menu shows them before. */
export const journalTitle = bilingual({ title: 'Journal' }, { title: 'Журнал' });
export const reportTitle = bilingual({ title: 'Latest report' }, { title: 'Останній звіт' });
export const transfersTitle = bilingual({ title: 'Transfers' }, { title: 'Перекази' });
export const faultsTitle = bilingual({ title: 'Faults' }, { title: 'Збої' });
export const happenTitle = bilingual({ title: 'Make happen' }, { title: 'Спричинити подію' });
export const planTitle = bilingual({ title: 'Plan and scenarios' }, { title: 'План і сценарії' });
export const referenceTitle = bilingual({ title: 'API reference' }, { title: 'Довідник API' });
export const runsTitle = bilingual({ title: 'Verify' }, { title: 'Перевірка' });
export const snapshotsTitle = bilingual({ title: 'State' }, { title: 'Стан' });
export const callbacksTitle = bilingual({ title: 'Callbacks' }, { title: 'Зворотні виклики' });
export const clockTitle = bilingual({ title: 'Clock' }, { title: 'Годинник' });
export const counterpartiesTitle = bilingual({ title: 'Counterparties' }, { title: 'Контрагенти' });
export const mailboxTitle = bilingual({ title: 'Mailbox' }, { title: 'Скринька' });
export const entitiesTitle = bilingual({ title: 'Entities' }, { title: 'Сутності' });
export const reconsTitle = bilingual({ title: 'Reconciliation' }, { title: 'Звірки' });
export const identifiersTitle = bilingual(
  { title: 'Identifier requests' },
  { title: 'Запити на ідентифікатори' },
);
export const readingsTitle = bilingual({ title: 'Readings' }, { title: 'Тлумачення' });
export const auditTitle = bilingual({ title: 'Audit' }, { title: 'Аудит' });
export const sandboxesTitle = bilingual({ title: 'Sandboxes' }, { title: 'Пісочниці' });
