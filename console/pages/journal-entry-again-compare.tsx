import { useState } from 'preact/hooks';
import type { JournalEntry } from '../../contract/control/journal.js';
import { type Difference, entryDifferences } from '../../contract/entry-differences.js';
import { control } from '../state/control.js';
import { useText } from '../state/language.js';
import { Field, Form } from '../ui/form.js';
import { Section } from '../ui/page.js';
import { Table } from '../ui/table.js';
import { againTexts } from './journal-entry-again.texts.js';

interface CompareProps {
  readonly entry: JournalEntry;
  /** The entry that it is most likely compared with. */
  readonly first: number | undefined;
}

/** What differs between this entry and another one. */
export function Compare({ entry, first }: CompareProps) {
  const t = useText(againTexts);
  const [found, setFound] = useState<{ readonly seq: number; readonly of: readonly Difference[] }>();
  return (
    <Section title={t.compare} says={t.compareSays}>
      <Form
        label={t.compare}
        submit={t.show}
        done={t.compared}
        run={async ({ seq = '' }) => {
          const other = (await control.getEntry({ params: { seq } })).entry;
          setFound({ seq: other.seq, of: entryDifferences(entry, other) });
        }}
      >
        <Field name="seq" label={t.other} type="number" min={1} value={first ?? ''} required />
      </Form>
      {found && (
        <Table
          label={`${t.compare}: ${found.seq}`}
          empty={t.same}
          rows={found.of}
          keyOf={({ at }) => at}
          columns={[
            { title: t.at, head: true, cell: ({ at }) => <code>{at}</code> },
            { title: `${t.here} ${entry.seq}`, cell: ({ one }) => <Value of={one} /> },
            { title: `${t.here} ${found.seq}`, cell: ({ other }) => <Value of={other} /> },
          ]}
        />
      )}
    </Section>
  );
}

function Value({ of }: { readonly of: string | undefined }) {
  const t = useText(againTexts);
  return of === undefined ? <span class="muted">{t.absent}</span> : <code>{of}</code>;
}
