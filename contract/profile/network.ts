import { z } from 'zod';
import type { Option } from './option.js';

/** Strictness, and the network that money moves on. */
export const networkOptions = {
  strict: {
    value: z.boolean().default(false),
    unknown: '-',
    says: {
      en: 'Requests with a SHOULD finding are refused instead of served.',
      uk: 'Запити зі спостереженням рівня SHOULD відхиляються, а не обслуговуються.',
    },
  },
  asset_code: {
    value: z
      .string()
      .regex(/^[a-zA-Z0-9]{1,12}$/)
      .default('UAH'),
    unknown: 'U-21',
    says: {
      en: 'Code of the identifier: UAH in the plan and the glossary, eUAH in the signed sample.',
      uk: 'Код ідентифікатора: UAH у плані та глосарії, eUAH у підписаному прикладі.',
    },
  },
  network_passphrase: {
    value: z.string().min(1).max(200).default('Test SDF Network ; September 2015'),
    unknown: 'U-55',
    says: {
      en: 'Stellar network whose passphrase enters the transaction hash; none is published.',
      uk: 'Фраза мережі Stellar, що входить до хешу транзакції; її не опубліковано.',
    },
  },
} satisfies Readonly<Record<string, Option>>;
