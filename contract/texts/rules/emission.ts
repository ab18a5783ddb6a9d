import type { TextsOf } from './rule-text.js';

export const emissionTexts: TextsOf<'EMISSION'> = {
  'EMISSION-01': {
    says: 'запит на створення чи видалення ідентифікаторів містить замовлені суму й актив і надсилається один раз',
    fix: 'Надсилайте amount, asset_code та asset_issuer у POST .../emission/issue (або burn), один запит на замовлення.',
    causes: [
      ['the amount is in kopiykas or is a text', 'суму вказано в копійках або текстом'],
      ['the request is repeated after a time-out', 'запит повторюється після тайм-ауту'],
      [
        'asset_code or asset_issuer of another environment',
        'asset_code або asset_issuer з іншого середовища',
      ],
    ],
  },
  'EMISSION-02': {
    says: 'поки запит відкритий, відмову в другому помічено й не сприйнято за успіх',
    fix: 'Читайте відповідь; зачекайте, доки відкритий запит підтвердять або скасують.',
    causes: [
      ['any answer counts as success', 'будь-яка відповідь вважається успіхом'],
      ['the error is only logged', 'помилку лише записують у журнал'],
    ],
  },
  'EMISSION-03': {
    says: 'запит на створення ідентифікаторів містить залишок резервного рахунку',
    fix: 'Надсилайте reserve_balance, залишок резервного рахунку у гривнях.',
    causes: [
      [
        'the member is optional in the schema and was left out',
        'у схемі поле необов’язкове, тому його пропущено',
      ],
    ],
  },
};
