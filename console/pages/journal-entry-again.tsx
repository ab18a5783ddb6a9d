import type { EntryAround } from '../../contract/control/journal.js';
import { shownAlone } from '../browser.js';
import { useText } from '../state/language.js';
import { Link } from '../ui/link.js';
import { againTexts } from './journal-entry-again.texts.js';
import { CodeOf } from './journal-entry-again-code.js';
import { Compare } from './journal-entry-again-compare.js';
import { SendAgain } from './journal-entry-again-send.js';

/** What a person can do with an entry: send it again, take it along as a program, compare it. */
export function Again({ around }: { readonly around: EntryAround }) {
  const t = useText(againTexts);
  const { repeats } = around.entry;
  return (
    <>
      {repeats !== undefined && (
        <p class="note">
          {t.repeats} <Link to={`/console/journal/${repeats}`}>{repeats}</Link>
        </p>
      )}
      {shownAlone() === '' && (
        <div id="again">
          <SendAgain entry={around.entry} />
        </div>
      )}
      <CodeOf around={around} />
      <Compare entry={around.entry} first={repeats} />
    </>
  );
}
