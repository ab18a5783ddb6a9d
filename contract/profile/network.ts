import { z } from 'zod';
import type { Option } from './option.js';

/** Strictness, and the network that money moves on. */
export const networkOptions = {
  strict: {
    value: z.boolean().default(false),
    unknown: '-',
    says: {
      en: 'Refuses requests that have a SHOULD finding instead of serving them.',
      uk: 'Запити зі спостереженням рівня SHOULD відхиляються, а не виконуються.',
    },
  },
  asset_code: {
    value: z
      .string()
      .regex(/^[a-zA-Z0-9]{1,12}$/)
      .default('UAH'),
    unknown: 'U-21',
    says: {
      en: 'Asset code of the identifiers: UAH in the plan and the glossary, eUAH in the signed sample.',
      uk: 'Код активу ідентифікаторів: UAH у плані та глосарії, eUAH у підписаному прикладі.',
    },
  },
  network_passphrase: {
    value: z.string().min(1).max(200).default('Test SDF Network ; September 2015'),
    unknown: 'U-55',
    says: {
      en: 'Passphrase of the Stellar network, which is part of the transaction hash; not published.',
      uk: 'Фраза мережі Stellar (network passphrase), з якою обчислюють хеш транзакції; не опубліковано.',
    },
  },
} satisfies Readonly<Record<string, Option>>;
