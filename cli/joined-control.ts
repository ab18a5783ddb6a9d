import type { Client } from '../contract/client.js';
import type { ControlOperations } from '../contract/control/index.js';
import type { JournalMatch } from '../contract/control/journal.js';
import type { Answer } from '../contract/operation.js';

type Control = Client<ControlOperations>;
type Findings = Answer<ControlOperations['listFindings']>['findings'];

/** What has been noticed since. */
const withoutEarlier = (now: Findings, earlier: Findings): Findings =>
  now.flatMap((item) => {
    const before = earlier.find(({ rule }) => rule === item.rule)?.count ?? 0;
    return item.count > before ? [{ ...item, count: item.count - before }] : [];
  });

/**
 * The control API of a mock that others have used before: its journal and its findings begin now, so that nothing of an
 * earlier run counts for or against the bank.
 *
 * @param mark what the names of other banks get that the run adds; empty for a mock that knows none of them
 */
export async function controlFromNowOn(control: Control, mark: string): Promise<Control> {
  const { findings: earlier } = await control.listFindings({});
  const { last } = await control.searchJournal({
    body: { match: { after: Number.MAX_SAFE_INTEGER }, limit: 1 },
  });
  const since = (match: JournalMatch = {}): JournalMatch => ({
    ...match,
    after: Math.max(match.after ?? 0, last),
  });
  return {
    ...control,
    listFindings: async (request) => ({
      findings: withoutEarlier((await control.listFindings(request)).findings, earlier),
    }),
    searchJournal: ({ body, ...rest }) =>
      control.searchJournal({ ...rest, body: { ...body, match: since(body.match) } }),
    awaitJournal: ({ body, ...rest }) =>
      control.awaitJournal({ ...rest, body: { ...body, match: since(body.match) } }),
    addSimulatedBank: ({ body, ...rest }) =>
      control.addSimulatedBank({ ...rest, body: { ...body, alias: `${body.alias}${mark}` } }),
  };
}
