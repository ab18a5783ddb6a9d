import type { JournalEntry, JournalMatch } from '../../contract/control/journal.js';

/** In which points an entry differs from what is looked for, in words; none when it matches. */
export function differences(entry: JournalEntry, match: JournalMatch): string[] {
  const found: string[] = [];
  const compare = (name: string, expected: unknown, actual: unknown) => {
    if (expected !== undefined && expected !== actual) {
      found.push(`${name}: expected ${JSON.stringify(expected)}, was ${JSON.stringify(actual ?? null)}`);
    }
  };
  compare('direction', match.direction, entry.direction);
  compare('operation', match.operation, entry.operation);
  compare('counterparty_guid', match.counterparty_guid, entry.counterparty_guid);
  compare('status', match.status, entry.status);
  compare('cause', match.cause, entry.cause);
  compare('reason', match.reason, entry.reason);
  compare('path', match.path, entry.url.split('?')[0]);
  compare('flow', match.flow, entry.claims?.flow);
  compare('obj', match.obj, entry.claims?.obj);
  compare('sub', match.sub, entry.claims?.sub);
  for (const [name, value] of Object.entries(match.body ?? {})) {
    const body = entry.request.body;
    const actual = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
    compare(`body.${name}`, value, actual);
  }
  return found;
}

/** The entry that differs in the fewest points; among equals the newest. Undefined when none shares the operation or URL. */
export function nearest(
  entries: readonly JournalEntry[],
  match: JournalMatch,
): { entry: JournalEntry; differs: string[] } | undefined {
  let best: { entry: JournalEntry; differs: string[] } | undefined;
  for (const entry of entries) {
    const differs = differences(entry, match);
    if (!best || differs.length <= best.differs.length) best = { entry, differs };
  }
  const asked = Object.keys(match).length;
  return best && best.differs.length < asked ? best : undefined;
}
