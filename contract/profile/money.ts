import { z } from 'zod';
import type { Option } from './option.js';

/** Entities, identifiers, transfers and limits. */
export const moneyOptions = {
  accounts_list: {
    value: z.enum(['array', 'object']).default('array'),
    relaxedBy: 'object',
    unknown: 'U-26',
    says: {
      en: 'listAccounts is shown as an array around one object (ENT); sibling lists answer a bare object.',
      uk: 'listAccounts показано масивом навколо одного об’єкта; подібні переліки повертають сам об’єкт.',
    },
  },
  reserve: {
    value: z.enum(['lenient', 'strict']).default('lenient'),
    unknown: 'U-39',
    says: {
      en: 'lenient: without any declared reserve_balance the reserve condition is skipped; strict: it then fails.',
      uk: 'lenient: без заявленого reserve_balance умову резерву пропущено; strict: тоді її не виконано.',
    },
  },
  iban_routing: {
    value: z.enum(['refuse', 'accept']).default('refuse'),
    relaxedBy: 'accept',
    unknown: 'U-43',
    says: {
      en: 'accept: an IBAN may stand in for sender_id or receiver_id; the documented error speaks for refuse.',
      uk: 'accept: IBAN може замінити sender_id чи receiver_id; задокументована помилка свідчить за refuse.',
    },
  },
  transfer_rules: {
    value: z.enum(['advise', 'enforce']).default('advise'),
    unknown: 'U-47',
    says: {
      en: 'Routes are advised (TR); the matrices that might enforce them are not published.',
      uk: 'Маршрути лише рекомендовано; матриць, які могли б їх вимагати, не опубліковано.',
    },
  },
  payment_guid: {
    value: z.enum(['v4', 'v1']).default('v4'),
    unknown: 'U-53',
    says: {
      en: 'UUID version of transfers: v4 in API samples, v1 in the signed sample.',
      uk: 'Версія UUID переказів: v4 у прикладах API, v1 у підписаному прикладі.',
    },
  },
  fee: {
    value: z.number().min(0).max(1_000_000).multipleOf(0.01).default(0),
    unknown: 'U-48',
    says: {
      en: 'Hryvnias that a new transfer shows as its fee; the formula is not published, nor who is charged: nothing is.',
      uk: 'Комісія в гривнях, яку показує новий переказ; формули й платника не опубліковано, тож нічого не стягується.',
    },
  },
  posting: {
    value: z.enum(['sync', 'async']).default('sync'),
    unknown: 'U-45',
    says: {
      en: 'sync: confirmPayment answers when the transfer is posted; async: it answers first, and the transfer is CONFIRMED a second of the ledger clock later.',
      uk: 'sync: confirmPayment відповідає після проведення переказу; async: спершу відповідає, а CONFIRMED настає пізніше.',
    },
  },
  limit_paths: {
    value: z.enum(['schema', 'heading']).default('schema'),
    unknown: 'U-33',
    says: {
      en: 'schema: /amount has the maxima of periods and /payment the bounds of one transfer, as the published answers say; heading: the other way round, as the headings say.',
      uk: 'schema: /amount містить максимуми за періоди, а /payment межі одного переказу; heading: навпаки, як у заголовках.',
    },
  },
} satisfies Readonly<Record<string, Option>>;
