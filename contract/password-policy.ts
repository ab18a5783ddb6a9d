/** What a password of an employee lacks, in words; empty if nothing. The policy is that of the oldest guide. */
export function passwordProblems(password: string): string[] {
  const rules: readonly [RegExp, string][] = [
    [/^.{8,}$/su, 'at least 8 characters'],
    [/\p{Lu}/u, 'a capital letter'],
    [/\p{Ll}/u, 'a lower-case letter'],
    [/\p{Nd}/u, 'a digit'],
    [/[^\p{L}\p{Nd}\s]/u, 'a special symbol'],
  ];
  return rules.filter(([pattern]) => !pattern.test(password)).map(([, what]) => what);
}
