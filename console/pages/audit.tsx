import type { Act } from '../../contract/control/access.js';
import { control } from '../state/control.js';
import { bilingual, useText } from '../state/language.js';
import { Page } from '../ui/page.js';
import { PagedList, usePaged } from '../ui/paged-list.js';
import { Badge, Moment } from '../ui/shown.js';
import { auditTitle } from './titles.texts.js';

const texts = bilingual(
  {
    ...auditTitle.en,
    says: 'Requests to the control API that change or reveal something, and those that were refused for their token or address. The list is in memory, of this mock or sandbox, until the process ends; a reset does not clear it.',
    at: 'Time',
    who: 'Who',
    callers: {
      operator: 'operator',
      sandbox: 'token of the sandbox',
      viewer: 'viewer',
      loopback: 'this machine, without a token',
      process: 'the program itself',
      nobody: 'unknown',
    },
    operation: 'Operation',
    status: 'Status',
    from: 'Address',
    through: 'forwarded for',
    id: 'Request id',
    empty: 'Nothing has been changed yet.',
  },
  {
    ...auditTitle.uk,
    says: 'Запити до API керування, які щось змінюють чи розкривають, і ті, яким відмовлено через токен або адресу. Перелік цього імітатора чи пісочниці зберігається в пам’яті до завершення процесу; скидання стану його не очищує.',
    at: 'Час',
    who: 'Хто',
    callers: {
      operator: 'оператор',
      sandbox: 'токен пісочниці',
      viewer: 'перегляд',
      loopback: 'цей комп’ютер, без токена',
      process: 'сама програма',
      nobody: 'невідомо',
    },
    operation: 'Операція',
    status: 'Статус',
    from: 'Адреса',
    through: 'переслано для',
    id: 'Ідентифікатор запиту',
    empty: 'Ще нічого не змінювали.',
  },
);

/** What was done through the control API, and by whom. */
export function Audit() {
  const t = useText(texts);
  const pages = usePaged((query) => control.listAudit({ query }), 'acts', 'seq');
  return (
    <Page title={t.title} says={t.says}>
      <PagedList
        pages={pages}
        label={t.title}
        name="audit"
        empty={t.empty}
        columns={[
          { title: t.at, cell: ({ at }) => <Moment at={at} clock="wall" /> },
          { title: t.operation, head: true, cell: (act) => <Did act={act} /> },
          { title: t.who, cell: ({ who }) => t.callers[who] },
          {
            title: t.status,
            cell: ({ status }) => <Badge tone={status < 400 ? 'good' : 'bad'}>{String(status)}</Badge>,
          },
          {
            title: t.from,
            cell: ({ address, forwarded_for }) =>
              forwarded_for === '' ? address : `${address} (${t.through} ${forwarded_for})`,
          },
          { title: t.id, cell: ({ request_id }) => <code>{request_id}</code> },
        ]}
      />
    </Page>
  );
}

const Did = ({ act: { operation, params, names } }: { readonly act: Act }) => (
  <code>{[operation, ...Object.values(params), ...Object.values(names)].join(' ')}</code>
);
