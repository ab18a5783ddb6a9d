import { z } from 'zod';

const ledgerKey = z.object({
  address: z.string().regex(/^G[A-Z2-7]{55}$/),
  seed: z.string().regex(/^S[A-Z2-7]{55}$/),
});

/** DCM's keys, as `dcm keys` writes them. All of it but the addresses, names and guid is secret. */
export const keysFile = z.object({
  format: z.literal('dcm-keys'),
  version: z.literal(1),
  counterparty_guid: z.guid(),
  signing: z.looseObject({
    kid: z.string(),
    kty: z.literal('RSA'),
    n: z.string(),
    e: z.string(),
    d: z.string(),
  }),
  issuer: ledgerKey,
  root: ledgerKey,
  signer: ledgerKey,
});
export type KeysFile = z.infer<typeof keysFile>;
