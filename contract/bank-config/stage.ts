import { z } from 'zod';
import { defaultProfile } from '../profile/index.js';
import { guid } from '../schemas.js';
import { url } from './values.js';

/** What DCM has given to the bank for its real stage, for `dcm verify --stage`. */
export const stage = z.strictObject({
  url: url.describe('address of DCM, from which all its operations are reached'),
  counterparty_guid: guid,
  asset_code: z.string().default(defaultProfile.asset_code),
  asset_issuer: z.string().regex(/^G[A-Z2-7]{55}$/, 'expected a Stellar public key, G and 55 characters'),
  amount: z.number().min(1).default(1).describe('hryvnias of the smallest order; the others follow from it'),
  port: z
    .int()
    .min(0)
    .max(65_535)
    .default(4020)
    .describe('port on which the bank reaches DCM during the run'),
  reverse_port: z
    .int()
    .min(0)
    .max(65_535)
    .optional()
    .describe('port on which DCM reaches the bank during the run; without it, what DCM asks is not seen'),
  officer_timeout_s: z
    .number()
    .positive()
    .default(3600)
    .describe("seconds for which an act of DCM's officers is awaited"),
});
