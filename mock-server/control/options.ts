import {
  defaultProfile,
  listedValues,
  type Profile,
  profileOptions,
  valueSchema,
} from '../../contract/profile.js';
import { optionSays } from '../../contract/texts/options.js';

/** Every option with all that is known of it. */
export function optionsView(now: Profile) {
  return (Object.keys(profileOptions) as (keyof Profile)[]).map((name) => {
    const { unknown, relaxedBy } = profileOptions[name];
    return {
      name,
      value: now[name],
      default: defaultProfile[name],
      schema: valueSchema(name),
      choices: [...(listedValues(name) ?? [])],
      says: { en: optionSays(name, 'en'), uk: optionSays(name, 'uk') },
      question: unknown === '-' ? '' : unknown,
      relaxed: relaxedBy !== undefined && relaxedBy === now[name],
    };
  });
}
