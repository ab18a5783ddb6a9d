/** Whether a state is kept in a database, and not in a file: what `--state` names. */
export const isDatabase = (state: string | undefined): state is string =>
  state !== undefined && /^postgres(?:ql)?:\/\//.test(state);

/** The place of a state as it may be shown: without a password. */
export function shownPlace(state: string): string {
  if (!isDatabase(state) || !URL.canParse(state)) return state;
  const url = new URL(state);
  if (url.password !== '') url.password = '***';
  if (url.searchParams.has('password')) url.searchParams.set('password', '***');
  return url.href;
}
