import { z } from 'zod';
import {
  defaultProfile,
  type Profile,
  profileOptions,
  profile as profileSchema,
} from '../../contract/profile.js';
import { optionSays } from '../../contract/texts/options.js';

/** Every option with all that is known of it. */
export function optionsView(now: Profile) {
  return (Object.keys(profileOptions) as (keyof Profile)[]).map((name) => {
    const {
      $schema: _dialect,
      default: _default,
      ...schema
    } = z.toJSONSchema(profileSchema.shape[name], {
      io: 'input',
    });
    const { unknown, relaxedBy } = profileOptions[name];
    return {
      name,
      value: now[name],
      default: defaultProfile[name],
      schema: schema as Record<string, unknown>,
      choices: choicesOf(schema as Choices),
      says: { en: optionSays(name, 'en'), uk: optionSays(name, 'uk') },
      question: unknown === '-' ? '' : unknown,
      relaxed: relaxedBy !== undefined && relaxedBy === now[name],
    };
  });
}

interface Choices {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly { readonly const?: unknown }[];
}

function choicesOf(schema: Choices): unknown[] {
  if (schema.type === 'boolean') return [false, true];
  return [...(schema.enum ?? schema.anyOf?.map((one) => one.const) ?? [])];
}
