import { useState } from 'preact/hooks';
import type { ControlOperations } from '../../contract/control/index.js';
import type { Answer as AnswerOf } from '../../contract/operation.js';
import { useAct } from '../state/act.js';
import { control } from '../state/control.js';
import { bilingual, useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { Answer, Page } from '../ui/page.js';
import { Problem } from '../ui/problem.js';
import { Badge, Copy, Moment } from '../ui/shown.js';
import { Table } from '../ui/table.js';

const texts = bilingual(
  {
    title: 'Mailbox',
    says: 'Mails that DCM would have sent. Text and codes are shown on a click only, and the journal records that they were.',
    to: 'To',
    kind: 'Kind',
    kinds: { invitation: 'invitation', 'recovery-code': 'recovery code' },
    subject: 'Subject',
    at: 'Sent',
    content: 'Content',
    reveal: 'Reveal',
    revealed: 'Mail revealed; the journal records it',
    code: 'Code',
    empty: 'No mails yet: an invitation or a password reset sends one.',
  },
  {
    title: 'Скринька',
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
  },
);

type Mail = AnswerOf<ControlOperations['revealMail']>;

export function Mailbox() {
  const t = useText(texts);
  const query = useQuery(() => control.listMail({ query: { limit: 100, without_content: 'true' } }), []);
  return (
    <Page title={t.title} says={t.says} ledgerTimes>
      <div class="card">
        <Answer query={query}>
          {({ mails }) => (
            <Table
              label={t.title}
              empty={t.empty}
              rows={mails}
              keyOf={({ guid }) => guid}
              columns={[
                { title: t.to, head: true, cell: ({ to }) => to },
                { title: t.kind, cell: ({ kind }) => <Badge>{t.kinds[kind]}</Badge> },
                { title: t.subject, cell: ({ subject }) => <span lang="en">{subject}</span> },
                { title: t.at, cell: ({ created_at }) => <Moment at={created_at} /> },
                { title: t.content, cell: ({ guid, to }) => <Reveal guid={guid} to={to} /> },
              ]}
            />
          )}
        </Answer>
      </div>
    </Page>
  );
}

function Reveal({ guid, to }: { readonly guid: string; readonly to: string }) {
  const t = useText(texts);
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
  return (
    <>
      <button
        type="button"
        class="small"
        aria-label={`${t.reveal}: ${to}`}
        disabled={act.busy}
        onClick={() =>
          act.run(async () => setMail(await control.revealMail({ params: { guid }, body: {} })), t.revealed)
        }
      >
        {t.reveal}
      </button>
      <Problem error={act.problem} />
    </>
  );
}
