type Given<Members> = { [Name in keyof Members]: Exclude<Members[Name], undefined> };

/** The given members only, so that an omitted member does not overwrite an existing one. */
export function given<Members extends object>(members: Members): Given<Members> {
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined),
  ) as Given<Members>;
}
