import { useEffect, useRef, useState } from 'preact/hooks';
import type { JournalHead } from '../../contract/control/journal.js';
import { useAct } from '../state/act.js';
import { control } from '../state/control.js';
import { useText } from '../state/language.js';
import { watchJournal } from '../state/live.js';
import { useQuery } from '../state/query.js';
import { registered } from '../state/whole-lists.js';
import { Button } from '../ui/button.js';
import { Link } from '../ui/link.js';
import { Answer, Page, Section } from '../ui/page.js';
import { Problem } from '../ui/problem.js';
import { JournalTable } from './journal-table.js';
import { happenTexts } from './make-happen.texts.js';
import { SendCallback } from './make-happen-callback.js';
import type { Doing } from './make-happen-parts.js';
import { AskBank } from './make-happen-reverse-call.js';
import { Incoming } from './make-happen-transfer.js';

/** Entries that are shown of what happened. */
const mostRows = 50;

/** What a person can make happen, and what came of it. */
export function MakeHappen() {
  const t = useText(happenTexts);
  const banks = useQuery(registered, []);
  const { rows, ...doing } = useHappenings();
  return (
    <Page title={t.title} says={t.says} ledgerTimes>
      <Answer query={banks}>
        {(all) => {
          const real = all.filter(({ simulated }) => !simulated);
          // DCM itself has no bank that could act.
          const simulated = all.filter((bank) => bank.simulated && bank.user_auth_url !== '');
          if (real.length === 0)
            return (
              <p class="note">
                {t.noBank} <Link to="/console/counterparties">{t.toBanks}</Link>
              </p>
            );
          return (
            <div class="columns">
              <SendCallback banks={real} {...doing} />
              <AskBank banks={real} {...doing} />
              <Incoming banks={real} simulated={simulated} {...doing} reload={banks.reload} />
              <Wrong {...doing} />
            </div>
          );
        }}
      </Answer>
      <Section title={t.happened} says={t.happenedSays}>
        <JournalTable label={t.happened} name="happened" empty={t.nothing} rows={rows} />
      </Section>
    </Page>
  );
}

/** The exchanges since the reader last made something happen, oldest first. */
function useHappenings(): Doing & { readonly rows: readonly JournalHead[] } {
  const since = useRef<number>();
  const [rows, setRows] = useState<readonly JournalHead[]>([]);
  const [turn, setTurn] = useState(0);
  const newest = async () => (await control.listEntries({ query: { limit: mostRows } })).entries;
  const add = (heads: readonly JournalHead[]) =>
    setRows((known) => {
      const fitting = heads.filter(({ seq }) => since.current !== undefined && seq > since.current);
      const all = new Map([...known, ...fitting].map((head) => [head.seq, head]));
      return [...all.values()].sort((a, b) => a.seq - b.seq).slice(-mostRows);
    });
  useEffect(() => watchJournal((head) => add([head])), []);
  return {
    rows,
    turn,
    async begin(work) {
      setTurn((before) => before + 1);
      since.current = (await newest())[0]?.seq ?? 0;
      setRows([]);
      try {
        return await work();
      } finally {
        // In case the page is not connected at this moment.
        add(await newest().catch(() => []));
      }
    },
  };
}

function Wrong({ begin, turn }: Doing) {
  const t = useText(happenTexts);
  const act = useAct();
  useEffect(act.forget, [turn]);
  return (
    <Section title={t.wrong} says={t.wrongSays}>
      <div class="row">
        <Button
          label={t.lose}
          act={act}
          run={() => begin(() => control.addFault({ body: { kind: 'lose-callback' } }))}
          done={t.lost}
        />
        <Button
          label={t.rotate}
          act={act}
          run={() => begin(() => control.rotateKey({ body: {} }))}
          done={t.rotated}
        />
        <Button
          label={t.drop}
          act={act}
          run={() => begin(() => control.dropFormerKeys({ body: {} }))}
          done={t.dropped}
        />
        <Button
          label={t.expire}
          act={act}
          run={() => begin(() => control.endSessions({ body: {} }))}
          done={t.expired}
        />
      </div>
      <Problem error={act.problem} />
      <p class="foot">
        <Link to="/console/faults">{t.toFaults}</Link>
      </p>
    </Section>
  );
}
