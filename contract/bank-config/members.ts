import { z } from 'zod';
import { someOptions } from '../profile/index.js';
import { waiver } from '../waivers.js';
import { bank } from './bank.js';
import { driver } from './driver.js';
import { stage } from './stage.js';
import { path, tls, url } from './values.js';

/**
 * `bank.yaml`: one file that defines a run against a bank. Relative paths are relative to the file; `${NAME}` in a
 * string is replaced by the environment variable.
 */

const dcm = z.strictObject({
  keys: path.describe("file with DCM's keys, created once by dcm keys"),
  host: z.string().default('127.0.0.1').describe('address to listen on'),
  port: z.int().min(0).max(65_535).default(4010),
  public_url: url.optional().describe('URL at which the bank reaches DCM, if different'),
  tls: tls.optional().describe('how dcm proxy reaches the real stage, if its certificates are private'),
});

const plan = z.strictObject({
  callbacks: z.boolean().default(true),
  multisignature: z.boolean().default(false),
  branches: z.boolean().default(false),
  limits: z.boolean().default(true),
  reconciliation: z.boolean().default(true),
});

export const members = z.strictObject({
  dcm,
  bank,
  driver: driver
    .default({ kind: 'none' })
    .describe('how to make the bank act; omit it until something of the bank acts'),
  scope: z.enum(['full', 'service']).default('full'),
  plan: plan.prefault({}),
  waivers: z.array(waiver).default([]),
  profile: someOptions.default({}),
  stage: stage.optional().describe('the real stage of DCM, for dcm verify --stage'),
  learned: path
    .optional()
    .describe('profile that dcm drift --learn has written; the options of profile take precedence'),
});

export type BankConfig = z.output<typeof members>;
