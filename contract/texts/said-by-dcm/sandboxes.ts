import type { Phrase } from './template.js';

/** What a mock says of its sandboxes. */
export const sandboxPhrases: readonly Phrase[] = [
  [
    'new means a new one to dcm verify --sandbox: choose another name',
    'для dcm verify --sandbox слово new означає нову пісочницю: виберіть іншу назву',
  ],
  ['name: sandbox {name} already exists', 'name: пісочниця {name} вже існує'],
  [
    'there are already {n} sandboxes; delete one first',
    'пісочниць уже стільки: {n}; спершу видаліть одну з них',
  ],
  [
    'this mock has no sandboxes of its own; a sandbox is made by the mock that serves it',
    'цей імітатор не має власних пісочниць; пісочницю створює імітатор, який її обслуговує',
  ],
  ['keys: the signing key is damaged', 'keys: ключ підпису пошкоджено'],
  [
    'expected 1 to 40 lower-case letters, digits and hyphens, with a letter or digit at both ends',
    'очікувано від 1 до 40 малих латинських літер, цифр і дефісів, із літерою чи цифрою на початку й у кінці',
  ],
  [
    'there is no sandbox {name}: it was deleted, has expired, or was never made; POST /control/v1/sandboxes makes one',
    'пісочниці {name} немає: її видалено, її час минув або її не створювали; створює її POST /control/v1/sandboxes',
  ],
  [
    'sandbox {name} serves no more requests in this second; send them more slowly, or start the mock with a higher --sandbox-rate',
    'пісочниця {name} цієї секунди більше запитів не обслуговує; надсилайте їх повільніше або запустіть імітатор із більшим --sandbox-rate',
  ],
  ['sandbox {name}', 'пісочниця {name}'],
];
