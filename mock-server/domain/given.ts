type Given<Members> = { [Name in keyof Members]: Exclude<Members[Name], undefined> };

/** Members that were given, so that a member left out does not overwrite one that is there. */
export function given<Members extends object>(members: Members): Given<Members> {
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined),
  ) as Given<Members>;
}
