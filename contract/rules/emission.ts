import { rules } from './rule.js';

/** How the bank requests identifiers. */
export const emissionRules = rules({
  'EMISSION-01': {
    level: 'must',
    says: {
      en: 'a request to create or delete identifiers is sent once, with the amount and asset that the act specifies',
      uk: 'запит на створення чи видалення ідентифікаторів надсилають один раз, із сумою й активом, заданими в дії',
    },
    fix: {
      en: 'Send amount, asset_code and asset_issuer in POST .../emission/issue (or burn), one request per act.',
      uk: 'Надсилайте amount, asset_code та asset_issuer у POST .../emission/issue (або burn), один запит на кожну дію.',
    },
    causes: [
      { en: 'the amount is in kopiykas or is a string', uk: 'суму вказано в копійках або рядком' },
      { en: 'the request is retried after a timeout', uk: 'запит повторюють після тайм-ауту' },
      {
        en: 'asset_code or asset_issuer belongs to another environment',
        uk: 'asset_code або asset_issuer належить до іншого середовища',
      },
    ],
    source: 'D ID',
    step: 12,
  },
  'EMISSION-02': {
    level: 'must',
    says: {
      en: 'the bank notices that DCM refused a second request while the first is open and does not report success',
      uk: 'банк помічає, що DCM відхилив другий запит, доки відкритий перший, і не повідомляє про успіх',
    },
    fix: {
      en: 'Check the response; wait until the open request is confirmed or canceled.',
      uk: 'Перевіряйте відповідь; зачекайте, доки відкритий запит підтвердять або скасують.',
    },
    causes: [
      { en: 'any response counts as success', uk: 'будь-яку відповідь вважають успішною' },
      { en: 'the error is only logged', uk: 'помилку лише записують у журнал' },
    ],
    source: 'D ID',
    step: 12,
  },
  'EMISSION-03': {
    level: 'should',
    says: {
      en: 'a request to create identifiers states the reserve balance',
      uk: 'запит на створення ідентифікаторів містить залишок резервного рахунку',
    },
    fix: {
      en: 'Send reserve_balance, the balance of the reserve account in hryvnias.',
      uk: 'Надсилайте reserve_balance, залишок резервного рахунку у гривнях.',
    },
    causes: [
      {
        en: 'the member is optional in the schema and was omitted',
        uk: 'поле необов’язкове за схемою, тому його не надсилають',
      },
    ],
    source: 'A',
    step: 12,
    reading: { unknown: 'U-39', options: ['reserve'] },
  },
});
