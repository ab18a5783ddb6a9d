import { deliveryStatuses } from '../../contract/control/callbacks.js';
import { type Act, useAct } from '../state/act.js';
import { control } from '../state/control.js';
import { useFilters } from '../state/filters.js';
import { bilingual, useSaid, useText } from '../state/language.js';
import { Button } from '../ui/button.js';
import { momentColumn } from '../ui/columns.js';
import { FilterBar } from '../ui/filter-bar.js';
import { Link } from '../ui/link.js';
import { Page } from '../ui/page.js';
import { PagedList, usePaged } from '../ui/paged-list.js';
import { Problem } from '../ui/problem.js';
import { rowWords } from '../ui/row-words.js';
import { Badge, Moment } from '../ui/shown.js';
import { callbacksTitle } from './titles.texts.js';
import { TransferLink } from './transfers.js';

export const callbacksTexts = bilingual(
  {
    ...rowWords.en,
    ...callbacksTitle.en,
    says: 'The callbacks that DCM sends to banks after a transfer, with every attempt. DCM retries a failed callback by the ledger clock; you can move the clock on the Clock page.',
    pending: 'pending',
    delivered: 'delivered',
    'given-up': 'given up',
    kind: 'Callback',
    transfer: 'Transfer',
    attempts: 'Attempts',
    noAnswer: 'no response',
    exchange: 'exchange',
    exchangeTitle: 'Exchange',
    one: 'Callback',
    toList: 'To the callbacks',
    to: 'Sent to',
    cause: 'Caused by request',
    body: 'Body',
    noAttempt: 'Not sent yet.',
    at: 'Time',
    ms: 'ms',
    error: 'Error',
    twice: 'Send once more',
    twiceSays: 'It has been delivered: the bank gets it a second time, and has to cope with that.',
    twiceSent: 'Sent once more; the exchange shows the response',
    lastSent: 'Sent once more:',
    next: 'Next attempt',
    act: 'Action',
    send: 'Send now',
    sent: 'Sent again; the list shows the response',
    empty: 'No callbacks yet: they require a confirmed transfer and the bank’s callback_url.',
    first: 'Send one with values of your own',
  },
  {
    ...rowWords.uk,
    ...callbacksTitle.uk,
    says: 'Виклики, якими DCM повідомляє банки про перекази, з усіма спробами. Якщо банк не прийняв виклик, його буде надіслано ще раз за годинником реєстру, який пересувають на сторінці «Годинник».',
    pending: 'очікує',
    delivered: 'доставлено',
    'given-up': 'спроби вичерпано',
    kind: 'Виклик',
    transfer: 'Переказ',
    attempts: 'Спроби',
    noAnswer: 'без відповіді',
    exchange: 'запис',
    exchangeTitle: 'Запис журналу',
    one: 'Зворотний виклик',
    toList: 'До зворотних викликів',
    to: 'Надсилається на',
    cause: 'Спричинив запит',
    body: 'Тіло',
    noAttempt: 'Ще не надіслано.',
    at: 'Час',
    ms: 'мс',
    error: 'Помилка',
    twice: 'Надіслати ще раз',
    twiceSays: 'Його доставлено: банк отримає його вдруге й має з цим упоратися.',
    twiceSent: 'Надіслано ще раз; відповідь видно в записі',
    lastSent: 'Надіслано ще раз:',
    next: 'Наступна спроба',
    act: 'Дія',
    send: 'Надіслати зараз',
    sent: 'Надіслано ще раз; відповідь видно в переліку',
    empty: 'Викликів ще немає: потрібні підтверджений переказ і callback_url банку.',
    first: 'Надіслати виклик із власними значеннями',
  },
);

export const tones = { pending: 'warn', delivered: 'good', 'given-up': 'bad' } as const;

export function Callbacks() {
  const t = useText(callbacksTexts);
  const act = useAct();
  const filters = useFilters('/console/callbacks');
  const status = deliveryStatuses.find((known) => known === filters.given.status);
  const pages = usePaged(
    (query) => control.listDeliveries({ query: { ...query, status } }),
    'deliveries',
    'guid',
    [status],
  );
  return (
    <Page title={t.title} says={t.says} ledgerTimes>
      <FilterBar
        filters={filters}
        of={[
          { name: 'status', label: t.status, options: deliveryStatuses.map((known) => [known, t[known]]) },
        ]}
      />
      <Problem error={act.problem} />
      <PagedList
        pages={pages}
        label={t.title}
        name="callbacks"
        empty={t.empty}
        clear={filters.clear}
        next={{ to: '/console/make-happen', title: t.first }}
        columns={[
          {
            title: t.kind,
            head: true,
            cell: ({ kind, url, guid }) => <What kind={kind} url={url} guid={guid} />,
          },
          momentColumn(t.created, 'created_at', false, true),
          { title: t.transfer, cell: (row) => <TransferLink guid={row.transaction_id} /> },
          { title: t.attempts, cell: (row) => <Attempts of={row.attempts} /> },
          { title: t.status, cell: (row) => <Badge tone={tones[row.status]}>{t[row.status]}</Badge> },
          momentColumn(t.next, 'next_due', false, true),
          {
            title: t.act,
            cell: ({ guid, status: state }) =>
              state === 'delivered' ? '–' : <SendAgain guid={guid} act={act} reload={pages.reload} />,
          },
        ]}
      />
    </Page>
  );
}

interface WhatProps {
  readonly kind: string;
  readonly url: string;
  readonly guid: string;
}

const What = ({ kind, url, guid }: WhatProps) => (
  <>
    <Link to={`/console/callbacks/${guid}`}>{kind}</Link>
    <div>
      <code class="url muted">{url}</code>
    </div>
  </>
);

interface Attempt {
  readonly at: string;
  readonly status: number;
  readonly error: string;
  readonly seq: number;
}

function Attempts({ of }: { readonly of: readonly Attempt[] }) {
  const t = useText(callbacksTexts);
  const inWords = useSaid();
  return (
    <ol>
      {of.map(({ at, status, error, seq }) => (
        <li key={at}>
          <Moment at={at} short recent />{' '}
          <Badge tone={status === 200 ? 'good' : 'bad'}>{status || t.noAnswer}</Badge>{' '}
          {seq > 0 && <Link to={`/console/journal/${seq}`}>{`${t.exchange} ${seq}`}</Link>}{' '}
          <span class="muted">{inWords(error)}</span>
        </li>
      ))}
    </ol>
  );
}

export interface SendAgainProps {
  readonly guid: string;
  readonly act: Act;
  readonly reload: () => void;
}

/** Sends one that is waiting or was given up. */
export function SendAgain({ guid, act, reload }: SendAgainProps) {
  const t = useText(callbacksTexts);
  const run = () => control.sendDeliveryAgain({ params: { guid }, body: {} });
  return <Button label={t.send} look="small" act={act} run={run} done={t.sent} reload={reload} />;
}
