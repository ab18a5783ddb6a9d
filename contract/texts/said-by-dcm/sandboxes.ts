import type { Phrase } from './template.js';

/** What a mock says of its sandboxes. */
export const sandboxPhrases: readonly Phrase[] = [
  [
    'new means a new one to dcm verify --sandbox: choose another name',
    'для dcm verify --sandbox слово new означає нову пісочницю: виберіть іншу назву',
  ],
  [
    'name: sandbox {name} already exists, and is damaged; delete it first',
    'name: пісочниця {name} вже існує, і її пошкоджено; спершу видаліть її',
  ],
  ['name: sandbox {name} already exists', 'name: пісочниця {name} вже існує'],
  [
    'no more sandboxes: this mock may have {n} (--sandboxes); delete one first',
    'більше пісочниць створити не можна: цей імітатор може мати {n} (--sandboxes); спершу видаліть одну з них',
  ],
  [
    'this mock was started without sandboxes: --sandboxes 0',
    'цей імітатор запущено без пісочниць: --sandboxes 0',
  ],
  ['this mock has no sandboxes: dcm mock has them', 'цей імітатор не має пісочниць: вони є в dcm mock'],
  [
    'a sandbox has none of its own: they are made and deleted at {url}',
    'пісочниця не має власних пісочниць: їх створюють і видаляють за адресою {url}',
  ],
  [
    'the name of a sandbox is missing: /s/NAME; GET /control/v1/sandboxes lists those that there are',
    'бракує назви пісочниці: /s/НАЗВА; наявні перелічує GET /control/v1/sandboxes',
  ],
  [
    'sandbox {name} is gone: it was deleted, or its time is over',
    'пісочниці {name} більше немає: її видалено або її час минув',
  ],
  ['keys: the signing key is damaged', 'keys: ключ підпису пошкоджено'],
  ['keys: signing.kid is empty', 'keys: signing.kid порожній'],
  [
    'keys: the signing key is for something else: DCM signs with alg RS256 and use sig',
    'keys: ключ підпису має інше призначення: DCM підписує з alg RS256 і use sig',
  ],
  ['keys: {name}.address does not belong to {name}.seed', 'keys: {name}.address не відповідає {name}.seed'],
  ['keys: {one} and {name} are the same key', 'keys: {one} і {name} – той самий ключ'],
  [
    'expected 1 to 40 lower-case letters, digits and hyphens, with a letter or digit at both ends',
    'очікувано від 1 до 40 малих латинських літер, цифр і дефісів, із літерою чи цифрою на початку й у кінці',
  ],
  [
    'there is no sandbox {name}: it was deleted, has expired, or was never made; POST /control/v1/sandboxes makes one',
    'пісочниці {name} немає: її видалено, її час минув або її не створювали; створює її POST /control/v1/sandboxes',
  ],
  [
    'sandbox {name} serves no more requests in this second: send them more slowly, or copy it with a higher limit',
    'пісочниця {name} цієї секунди більше запитів не обслуговує: надсилайте їх повільніше або скопіюйте її з вищим лімітом',
  ],
  ['the mock is being stopped', 'імітатор зупиняють'],
  ['sandbox {name}', 'пісочниця {name}'],
];
