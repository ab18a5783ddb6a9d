import { z } from 'zod';
import { withoutSlash } from '../without-slash.js';

export const url = z
  .url({ protocol: /^https?$/, error: 'expected an http or https URL' })
  .refine((text) => !/^https?:\/\/[^/?#]*@/.test(text), {
    error: 'expected no user and password in the URL; send them in bank.headers',
  })
  .transform(withoutSlash);

/** Path of a file, relative to bank.yaml unless it is absolute. */
export const path = z.string().min(1);
export const seconds = z.number().positive();

/** How a side is trusted, and how it trusts whoever calls it. */
export const tls = z.strictObject({
  ca: path.optional().describe('PEM file of a private certification authority'),
  cert: path.optional().describe('PEM file of the client certificate'),
  key: path.optional().describe('PEM file of the key of the client certificate'),
  insecure: z.boolean().default(false).describe('accept any certificate; the report says so'),
});
