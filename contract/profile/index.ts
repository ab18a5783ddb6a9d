import { z } from 'zod';
import { answerOptions } from './answers.js';
import { callOptions } from './calls.js';
import { credentialOptions } from './credentials.js';
import { deliveryOptions } from './deliveries.js';
import { moneyOptions } from './money.js';
import { networkOptions } from './network.js';
import type { Option } from './option.js';
import { tokenOptions } from './tokens.js';

const options = {
  ...networkOptions,
  ...credentialOptions,
  ...tokenOptions,
  ...callOptions,
  ...answerOptions,
  ...moneyOptions,
  ...deliveryOptions,
};

type Values = { readonly [Name in keyof typeof options]: (typeof options)[Name]['value'] };

/** All choices where the documentation is silent; the mock's behavior has no other settings and no hidden constants. */
export const profile = z.object(
  Object.fromEntries(Object.entries(options).map(([name, { value }]) => [name, value])) as Values,
);

export type Profile = z.infer<typeof profile>;

/** Some of the options: those that are left out stay as they are, instead of taking their default. */
export const someOptions = z.strictObject(
  Object.fromEntries(
    Object.entries(profile.shape).map(([name, schema]) => [name, schema.unwrap().optional()]),
  ) as {
    [Name in keyof Values]: z.ZodOptional<ReturnType<Values[Name]['unwrap']>>;
  },
);

export const defaultProfile: Profile = profile.parse({});

/** The options that were named, without those that were left out. */
export const namedOptions = (given: z.infer<typeof someOptions>): Partial<Profile> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));

/** The options, each with what it decides and the open question behind it. */
export const profileOptions: Readonly<Record<keyof Profile, Option>> = options;

interface ValueSchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly { readonly const?: unknown }[];
}

/** JSON schema of an option's value. */
export function valueSchema(name: keyof Profile): Record<string, unknown> & ValueSchema {
  const {
    $schema: _dialect,
    default: _default,
    ...schema
  } = z.toJSONSchema(profile.shape[name], { io: 'input' });
  return schema as Record<string, unknown> & ValueSchema;
}

/** The values of an option, where they can be listed. */
export function listedValues(name: keyof Profile): readonly unknown[] | undefined {
  const schema = valueSchema(name);
  if (schema.type === 'boolean') return [false, true];
  return schema.enum ?? schema.anyOf?.map((item) => item.const);
}
