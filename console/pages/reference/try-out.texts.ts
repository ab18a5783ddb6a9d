import { bilingual } from '../../../contract/texts/language.js';

export const tryTexts = bilingual(
  {
    title: 'Try it',
    says: 'Sent to this mock as the sender that you choose: the mock begins a session for an employee. It changes the state, like every request.',
    controlSays:
      'Sent to this mock with the rights of this console. It changes the state, like every request.',
    bankSays: 'A bank serves this. Ask one with a sound or a broken token on the page Make happen.',
    toHappen: 'Make happen',
    body: 'Body',
    send: 'Send',
    sent: 'Sent',
    none: 'no response',
    entry: 'Journal entry',
  },
  {
    title: 'Спробувати',
    says: 'Запит надходить до цього імітатора від обраного відправника: для працівника імітатор починає сесію. Стан змінюється, як від будь-якого запиту.',
    controlSays:
      'Запит надходить до цього імітатора з правами цієї консолі. Стан змінюється, як від будь-якого запиту.',
    bankSays:
      'Це обслуговує банк. Надішліть йому запит зі справним чи зіпсованим токеном на сторінці «Спричинити подію».',
    toHappen: 'Спричинити подію',
    body: 'Тіло',
    send: 'Надіслати',
    sent: 'Надіслано',
    none: 'без відповіді',
    entry: 'Запис журналу',
  },
);
