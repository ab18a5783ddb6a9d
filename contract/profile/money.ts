import { z } from 'zod';
import type { Option } from './option.js';

/** Entities, identifiers, transfers and limits. */
export const moneyOptions = {
  accounts_list: {
    value: z.enum(['array', 'object', 'renamed']).default('array'),
    relaxedBy: ['object', 'renamed'],
    unknown: 'U-26',
    says: {
      en: 'Response of listAccounts. array: an array with one object, as the page shows (ENT); object: the object alone, as similar lists return; renamed: a bare array of the entities, as in the oldest guide (OLD-ACC).',
      uk: 'Відповідь listAccounts. array: масив з одним об’єктом, як на сторінці (ENT); object: сам об’єкт, як у подібних переліках; renamed: просто масив сутностей, як у найстарішому посібнику (OLD-ACC).',
    },
  },
  reserve: {
    value: z.enum(['lenient', 'strict']).default('lenient'),
    unknown: 'U-39',
    says: {
      en: 'lenient: if no reserve_balance was ever declared, the reserve condition is skipped; strict: it is not met.',
      uk: 'lenient: якщо reserve_balance жодного разу не вказано, умову щодо резерву не перевіряють; strict: її вважають невиконаною.',
    },
  },
  iban_routing: {
    value: z.enum(['refuse', 'accept']).default('refuse'),
    relaxedBy: ['accept'],
    unknown: 'U-43',
    says: {
      en: 'accept: an IBAN may replace sender_id or receiver_id; refuse: it may not, as the documented error suggests.',
      uk: 'accept: IBAN може замінити sender_id чи receiver_id; refuse: не може, на що вказує задокументована помилка.',
    },
  },
  transfer_rules: {
    value: z.enum(['advise', 'enforce']).default('advise'),
    unknown: 'U-47',
    says: {
      en: 'advise: routes of transfers are only recommended (TR); enforce: others are refused. The matrices that might enforce routes are not published.',
      uk: 'advise: маршрути переказів лише рекомендовано (TR); enforce: інші відхиляються. Матриць, які могли б вимагати маршрутів, не опубліковано.',
    },
  },
  payment_guid: {
    value: z.enum(['v4', 'v1']).default('v4'),
    unknown: 'U-53',
    says: {
      en: 'UUID version of transfer guids: v4 in the API samples, v1 in the signed sample.',
      uk: 'Версія UUID у guid переказів: v4 у прикладах API, v1 у підписаному прикладі.',
    },
  },
  fee: {
    value: z.number().min(0).max(1_000_000).multipleOf(0.01).default(0),
    unknown: 'U-48',
    says: {
      en: 'Fee in hryvnias shown in a new transfer. Neither the formula nor who pays is published, so nothing is charged.',
      uk: 'Комісія в гривнях, указана в новому переказі. Ні формули, ні того, хто платить, не опубліковано, тому нічого не стягується.',
    },
  },
  posting: {
    value: z.enum(['sync', 'async']).default('sync'),
    unknown: 'U-45',
    says: {
      en: 'sync: confirmPayment responds after the transfer is posted; async: it responds first, and the transfer becomes CONFIRMED 1 second of the ledger clock later.',
      uk: 'sync: confirmPayment відповідає після проведення переказу; async: спершу відповідає, а переказ отримує статус CONFIRMED через 1 секунду за годинником реєстру.',
    },
  },
  limit_paths: {
    value: z.enum(['schema', 'heading']).default('schema'),
    unknown: 'U-33',
    says: {
      en: 'schema: /amount sets the maximum for a period and /payment the bounds of one transfer, as in the published responses; heading: the other way around, as in the headings.',
      uk: 'schema: /amount задає максимум за період, а /payment межі одного переказу, як у опублікованих відповідях; heading: навпаки, як у заголовках.',
    },
  },
} satisfies Readonly<Record<string, Option>>;
