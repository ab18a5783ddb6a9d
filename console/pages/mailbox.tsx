import { useState } from 'preact/hooks';
import type { Mail } from '../../contract/control/mailbox.js';
import { useAct } from '../state/act.js';
import { control } from '../state/control.js';
import { bilingual, useText } from '../state/language.js';
import { Button } from '../ui/button.js';
import { momentColumn } from '../ui/columns.js';
import { Page } from '../ui/page.js';
import { PagedList, usePaged } from '../ui/paged-list.js';
import { Problem } from '../ui/problem.js';
import { Badge, Copy } from '../ui/shown.js';
import { mailboxTitle } from './titles.texts.js';

const mailboxTexts = bilingual(
  {
    ...mailboxTitle.en,
    says: 'E-mails that DCM would have sent. Their text and codes are shown only when you press a button, and the journal records that.',
    to: 'To',
    kind: 'Kind',
    kinds: { invitation: 'invitation', 'recovery-code': 'recovery code' },
    subject: 'Subject',
    at: 'Sent',
    content: 'Content',
    reveal: 'Reveal',
    revealed: 'E-mail revealed; the journal records it',
    code: 'Code',
    empty: 'No e-mails yet: an invitation or a password reset sends one.',
    first: 'Invite an employee of a counterparty',
  },
  {
    ...mailboxTitle.uk,
    says: 'Листи, які надіслала б DCM. Текст і коди видно лише після натискання кнопки; перегляд записується в журнал.',
    to: 'Кому',
    kind: 'Вид',
    kinds: { invitation: 'запрошення', 'recovery-code': 'код відновлення' },
    subject: 'Тема',
    at: 'Надіслано',
    content: 'Вміст',
    reveal: 'Показати',
    revealed: 'Лист показано; це записано в журналі',
    code: 'Код',
    empty: 'Листів ще немає: вони з’являються після запрошення працівника або запиту на зміну пароля.',
    first: 'Запросити працівника контрагента',
  },
);

export function Mailbox() {
  const t = useText(mailboxTexts);
  const pages = usePaged(
    (query) => control.listMail({ query: { ...query, without_content: 'true' } }),
    'mails',
    'guid',
  );
  return (
    <Page title={t.title} says={t.says} ledgerTimes>
      <PagedList
        pages={pages}
        label={t.title}
        name="mailbox"
        empty={t.empty}
        next={{ to: '/console/counterparties', title: t.first }}
        columns={[
          { title: t.to, head: true, cell: ({ to }) => to },
          { title: t.kind, cell: ({ kind }) => <Badge>{t.kinds[kind]}</Badge> },
          { title: t.subject, cell: ({ subject }) => <span lang="en">{subject}</span> },
          momentColumn(t.at, 'created_at'),
          { title: t.content, cell: ({ guid, to }) => <Reveal guid={guid} to={to} /> },
        ]}
      />
    </Page>
  );
}

function Reveal({ guid, to }: { readonly guid: string; readonly to: string }) {
  const t = useText(mailboxTexts);
  const act = useAct();
  const [mail, setMail] = useState<Mail>();
  if (mail)
    return (
      <>
        <p lang="en">{mail.text}</p>
        {mail.code && (
          <p>
            {t.code} <code data-testid="mail-code">{mail.code}</code> <Copy text={mail.code} label={t.code} />
          </p>
        )}
      </>
    );
  const run = async () => setMail(await control.revealMail({ params: { guid }, body: {} }));
  return (
    <>
      <Button
        label={t.reveal}
        name={`${t.reveal}: ${to}`}
        look="small"
        act={act}
        run={run}
        done={t.revealed}
      />
      <Problem error={act.problem} />
    </>
  );
}
