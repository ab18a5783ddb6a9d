import { wholeList } from '../../contract/control/portions.js';
import type { EntryFilter } from '../../contract/entry-filter.js';
import { harOf } from '../../contract/har.js';
import { saveFile, version } from '../browser.js';
import { useAct } from '../state/act.js';
import { control } from '../state/control.js';
import { useText } from '../state/language.js';
import { base } from '../state/place.js';
import { Button } from '../ui/button.js';
import { Problem } from '../ui/problem.js';
import { journalTexts } from './journal.texts.js';

/** Entries of the journal as a HAR file. */
export async function saveHar(filter: EntryFilter, name: string) {
  const entries = await wholeList(
    (query) => control.listWholeEntries({ query: { ...filter, ...query } }),
    (portion) => portion.entries,
  );
  saveFile(
    name,
    'application/json',
    JSON.stringify(harOf({ version: version(), origin: location.origin + base }, entries)),
  );
}

/** Saves what the filter shows. */
export function JournalExport({ filter }: { readonly filter: EntryFilter }) {
  const t = useText(journalTexts);
  const act = useAct();
  return (
    <div class="foot">
      <Button label={t.har} act={act} run={() => saveHar(filter, 'journal.har')} done={t.saved} />
      <span class="hint">{t.harSays}</span>
      <Problem error={act.problem} />
    </div>
  );
}
