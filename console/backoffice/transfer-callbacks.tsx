import { useEffect } from 'preact/hooks';
import { after } from '../browser.js';
import { control } from '../state/control.js';
import { useText } from '../state/language.js';
import { at as addressOf } from '../state/place.js';
import { useQuery } from '../state/query.js';
import { Section } from '../ui/page.js';
import { Badge } from '../ui/shown.js';
import { Table } from '../ui/table.js';
import { transfersTexts } from './transfers.texts.js';

/** Milliseconds after which a bank has usually responded. */
const usuallyMs = 1000;

const tones = { pending: 'warn', delivered: 'good', 'given-up': 'bad' } as const;

/** What the mock has told banks about a transfer; it needs the control API, which the rest of the site does without. */
export function TransferCallbacks({ of: transaction_id }: { readonly of: string }) {
  const t = useText(transfersTexts);
  const { data, problem, reload } = useQuery(
    async () => (await control.listDeliveries({ query: { transaction_id } })).deliveries,
    [transaction_id],
  );
  // They are sent when the transfer is confirmed, so that the first look is often too early.
  useEffect(() => after(usuallyMs, reload), [transaction_id]);
  return (
    <Section title={t.callbacks} says={t.callbacksSays}>
      {problem !== undefined && <p class="muted">{t.notShown}</p>}
      {data && (
        <Table
          label={t.callbacks}
          empty={t.noCallbacks}
          rows={data}
          keyOf={({ guid }) => guid}
          columns={[
            {
              title: t.kind,
              head: true,
              cell: ({ kind, guid }) => <a href={addressOf(`/console/callbacks/${guid}`)}>{kind}</a>,
            },
            { title: t.bank, cell: ({ url }) => <code class="url">{url}</code> },
            { title: t.status, cell: ({ status }) => <Badge tone={tones[status]}>{t.states[status]}</Badge> },
            {
              title: t.attempts,
              cell: ({ attempts }) => (
                <ol>
                  {attempts.map(({ at, status, seq }) => (
                    <li key={at}>
                      <Badge tone={status === 200 ? 'good' : 'bad'}>{status}</Badge>{' '}
                      {seq > 0 && <a href={addressOf(`/console/journal/${seq}`)}>{`${t.exchange} ${seq}`}</a>}
                    </li>
                  ))}
                </ol>
              ),
            },
          ]}
        />
      )}
      <p class="foot row">
        <button type="button" class="small" onClick={reload}>
          {t.refresh}
        </button>
        <a href={addressOf('/console/callbacks')}>{t.inConsole}</a>
      </p>
    </Section>
  );
}
