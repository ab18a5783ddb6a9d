import { rules } from './rule.js';

/** How the bank requests identifiers. */
export const emissionRules = rules({
  'EMISSION-01': {
    level: 'must',
    says: {
      en: 'a request to create or delete identifiers carries the amount and the asset as ordered, once',
      uk: 'запит на створення чи видалення ідентифікаторів містить замовлені суму й актив і надсилається один раз',
    },
    fix: {
      en: 'Send amount, asset_code and asset_issuer in POST .../emission/issue (or burn), one request per order.',
      uk: 'Надсилайте amount, asset_code та asset_issuer у POST .../emission/issue (або burn), один запит на замовлення.',
    },
    causes: [
      { en: 'the amount is in kopiykas or is a text', uk: 'суму вказано в копійках або текстом' },
      { en: 'the request is repeated after a time-out', uk: 'запит повторюється після тайм-ауту' },
      {
        en: 'asset_code or asset_issuer of another environment',
        uk: 'asset_code або asset_issuer з іншого середовища',
      },
    ],
    source: 'D ID',
    step: 12,
  },
  'EMISSION-02': {
    level: 'must',
    says: {
      en: 'while a request is open the refusal of a second one is noticed and not taken for success',
      uk: 'поки запит відкритий, відмову в другому помічено й не сприйнято за успіх',
    },
    fix: {
      en: 'Read the answer; wait until the open request is confirmed or cancelled.',
      uk: 'Читайте відповідь; зачекайте, доки відкритий запит підтвердять або скасують.',
    },
    causes: [
      { en: 'any answer counts as success', uk: 'будь-яка відповідь вважається успіхом' },
      { en: 'the error is only logged', uk: 'помилку лише записують у журнал' },
    ],
    source: 'D ID',
    step: 12,
  },
  'EMISSION-03': {
    level: 'should',
    says: {
      en: 'a request to create identifiers declares the reserve balance',
      uk: 'запит на створення ідентифікаторів містить залишок резервного рахунку',
    },
    fix: {
      en: 'Send reserve_balance, the balance of the reserve account in hryvnias.',
      uk: 'Надсилайте reserve_balance, залишок резервного рахунку у гривнях.',
    },
    causes: [
      {
        en: 'the member is optional in the schema and was left out',
        uk: 'у схемі поле необов’язкове, тому його пропущено',
      },
    ],
    source: 'A',
    step: 12,
    reading: { unknown: 'U-39', options: ['reserve'] },
  },
});
