import {
  defaultProfile,
  listedValues,
  type Profile,
  profileOptions,
  valueSchema,
} from '../../contract/profile/index.js';

/** Every option with all that is known of it. */
export function optionsView(now: Profile) {
  return (Object.keys(profileOptions) as (keyof Profile)[]).map((name) => {
    const { unknown, says, relaxedBy } = profileOptions[name];
    return {
      name,
      value: now[name],
      default: defaultProfile[name],
      schema: valueSchema(name),
      choices: [...(listedValues(name) ?? [])],
      says,
      question: unknown === '-' ? '' : unknown,
      relaxed: relaxedBy !== undefined && relaxedBy === now[name],
    };
  });
}
