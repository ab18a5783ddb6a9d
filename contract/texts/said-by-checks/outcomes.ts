import type { Phrase } from '../said-by-dcm/template.js';

/** What steps of the plan came to (`steps/definitions/`). */
export const aboutOutcomes: readonly Phrase[] = [
  ['a different key with the same kid', 'інший ключ із тим самим kid'],
  [
    'a key in the JWKS with kid {kid}, the same as the key handed over',
    'ключ у JWKS із kid {kid}, той самий, що його передано',
  ],
  ['{n} found', 'знайдено: {n}'],
  ['{n} found, the first with status {status}', 'знайдено: {n}; перший зі статусом {status}'],
  ['hash {hash}', 'хеш {hash}'],
  [
    'a signed envelope of transfer {guid} with hash {hash}',
    'підписаний конверт переказу {guid} із хешем {hash}',
  ],
  ['an alias of a-z, 0-9 and -, at most 50 characters', 'псевдонім із a-z, 0-9 і -, щонайбільше 50 символів'],
  ['an e-mail address', 'адреса електронної пошти'],
  ['exactly one updateRecon, served', 'рівно один updateRecon, виконаний'],
  ['{operation}, served', '{operation}, виконано'],
  [
    'created minus deleted identifiers equals the sum of all balances, none below zero',
    'створені ідентифікатори мінус видалені дорівнюють сумі всіх залишків, і жоден не від’ємний',
  ],
  ['no finding by DCM', 'DCM не має зауважень'],
  [
    'status confirmed, both payments with guid and hash',
    'статус confirmed, обидва перекази мають guid і хеш',
  ],
  ['200 from /{operation} with flow {flow} about {obj}', '200 від /{operation} із flow {flow} щодо {obj}'],
  ['an open task for the hosts of {alias}', 'відкрите завдання на хости {alias}'],
  [
    'one counterparty {name} with guid {guid} and asset {asset}',
    'один контрагент {name} із guid {guid} й активом {asset}',
  ],
  ['one invitation to {email}', 'одне запрошення на {email}'],
];
