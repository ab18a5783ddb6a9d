import type { OpenQuestion } from './question.js';
import { touched } from './touched.js';

/** What the documentation leaves open about money, limits and routes. */
export const moneyQuestions: readonly OpenQuestion[] = [
  {
    unknown: 'U-33',
    asks: {
      en: 'Which of the two paths of limits is about a single transfer?',
      uk: 'Який із двох шляхів лімітів стосується одного переказу?',
    },
    usual: {
      name: 'schema',
      says: { en: '/payment, as in the published responses', uk: '/payment, як в опублікованих відповідях' },
      evidence: 'D LIM',
    },
    others: [
      {
        name: 'heading',
        profile: { limit_paths: 'heading' },
        says: { en: '/amount, as in the headings', uk: '/amount, як у заголовках' },
        evidence: 'D LIM',
        untried: {
          en: 'the order to set a limit names the operation, so the harness would choose the path for the bank',
          uk: 'доручення встановити ліміт називає операцію, тож шлях обрав би за банк сам інструмент',
        },
      },
    ],
    touches: touched.limits,
    live: {
      en: 'Keep the path of each limit in the configuration, and read a limit back after you have set it.',
      uk: 'Тримайте шлях кожного ліміту в конфігурації та читайте ліміт після того, як встановили його.',
    },
  },
  {
    unknown: 'U-39',
    asks: {
      en: 'Is the reserve condition checked if no reserve was ever declared?',
      uk: 'Чи перевіряється умова резерву, якщо резерв ніколи не заявляли?',
    },
    usual: { name: 'lenient', says: { en: 'no', uk: 'ні' }, evidence: 'A' },
    others: [
      {
        name: 'strict',
        profile: { reserve: 'strict' },
        says: { en: 'yes, and it is not met', uk: 'так, і її не виконано' },
        evidence: 'D ID',
      },
    ],
    touches: touched.identifiers,
    live: {
      en: 'Send reserve_balance with every request to create or delete identifiers.',
      uk: 'Надсилайте reserve_balance з кожним запитом на створення чи видалення ідентифікаторів.',
    },
  },
  {
    unknown: 'U-47',
    asks: {
      en: 'Are the advised routes of transfers enforced?',
      uk: 'Чи обов’язкові рекомендовані маршрути переказів?',
    },
    usual: { name: 'advise', says: { en: 'no', uk: 'ні' }, evidence: 'D TR' },
    others: [
      {
        name: 'enforce',
        profile: { transfer_rules: 'enforce' },
        says: { en: 'yes: other routes are refused', uk: 'так: інші маршрути відхиляються' },
        evidence: 'D TR',
      },
    ],
    touches: [...touched.transfers, 'S16-01', 'S16-03', 'S16-04', 'S16-05', 'S16-07'],
    live: {
      en: 'Transfer along the advised routes only.',
      uk: 'Переказуйте лише за рекомендованими маршрутами.',
    },
  },
];
