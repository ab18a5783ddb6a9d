/**
 * Why something failed, in one line: the message of an error and of the causes behind it. `fetch failed` and the like
 * say nothing by themselves, and an error about several addresses has its messages only in its parts.
 */
export function causeOf(error: unknown): string {
  const said: string[] = [];
  const seen = new Set<unknown>();
  for (let one = error; one !== undefined && one !== null && !seen.has(one); one = causeBehind(one)) {
    seen.add(one);
    const words = wordsOf(one);
    if (words !== '' && !said.some((text) => text.includes(words))) said.push(words);
  }
  return said.join(': ') || 'no reason given';
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.message !== '') return error.message;
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function causeBehind(error: unknown): unknown {
  if (!(error instanceof Error)) return undefined;
  return error.cause ?? (error instanceof AggregateError ? error.errors[0] : undefined);
}
