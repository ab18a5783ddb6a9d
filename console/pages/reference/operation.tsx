import { openQuestions } from '../../../contract/readings/index.js';
import { useLanguage, useText } from '../../state/language.js';
import { at } from '../../state/place.js';
import { useQuery } from '../../state/query.js';
import { Link } from '../../ui/link.js';
import { Answer, Page, Section } from '../../ui/page.js';
import { Copy } from '../../ui/shown.js';
import { Facts, Table } from '../../ui/table.js';
import { type Api, type ApiOperation, apis, documentOf, idOf, operationsOf } from './document.js';
import { Messages } from './messages.js';
import { referenceTexts } from './reference.texts.js';
import { TryOut } from './try-out.js';

/** One operation: what it takes and returns, where each part comes from, and what is open about it. */
export function ReferenceOperation({ id }: { readonly id: string }) {
  const t = useText(referenceTexts);
  const [name = ''] = id.split('.', 1);
  const api: Api = apis.find((one) => one === name) ?? 'dcm';
  const query = useQuery(async () => (await operationsOf(api)).filter((one) => idOf(one) === id), [id]);
  return (
    <Page
      title={id.slice(id.indexOf('.') + 1)}
      actions={<Link to={`/console/reference?api=${api}`}>{t.toList}</Link>}
    >
      <Answer query={query}>
        {([operation]) => (operation ? <Shown operation={operation} /> : <p class="empty">{t.unknown}</p>)}
      </Answer>
    </Page>
  );
}

/** The paragraphs of a text in Markdown; its tables and lists are on the page of the API. */
const paragraphs = (markdown: string): string[] =>
  markdown.split(/\n\s*\n/).filter((text) => !/^\s*[|\-#]/.test(text));

function credentialsOf({ security = [] }: ApiOperation): string {
  return [...new Set(security.flatMap((one) => Object.keys(one)))].join(', ');
}

function Shown({ operation }: { readonly operation: ApiOperation }) {
  const t = useText(referenceTexts);
  const { api, method, path, summary, description = '', operationId } = operation;
  const request = `${method} ${path}`;
  const page = api === 'bank' || api === 'driver' ? `/docs/${api}#${operationId}` : '';
  return (
    <>
      <div class="card">
        <p class="exchange">
          <code>
            <b>{method}</b> {path}
          </code>{' '}
          <Copy text={request} label={request} />
        </p>
        <div lang="en">
          <p>{summary}.</p>
          {paragraphs(description).map((text) => (
            <p key={text}>{text.replaceAll('`', '')}</p>
          ))}
        </div>
        <Facts
          of={[
            [t.source, operation['x-provenance'] ?? ''],
            [t.permission, operation['x-permission'] ?? t.publicly],
            [t.credentials, credentialsOf(operation) || t.publicly],
            [t.document, <a href={at(documentOf[api])}>{documentOf[api]}</a>],
            ...(page === '' ? [] : [[t.page, <a href={at(page)}>{page}</a>] as const]),
          ]}
        />
      </div>
      <TryOut operation={operation} />
      <OpenQuestions operation={operation} />
      <Messages operation={operation} />
      <Refusals operation={operation} />
    </>
  );
}

function OpenQuestions({ operation }: { readonly operation: ApiOperation }) {
  const t = useText(referenceTexts);
  const language = useLanguage();
  const numbers = new Set((operation['x-open-questions'] ?? []).map(({ id }) => id));
  const open = openQuestions.filter(({ unknown }) => numbers.has(unknown));
  if (open.length === 0) return null;
  return (
    <Section title={t.open} says={t.openSays}>
      <Table
        label={`${t.open}: ${t.question}`}
        empty=""
        rows={open}
        keyOf={({ unknown }) => unknown}
        columns={[
          { title: 'U', head: true, cell: ({ unknown }) => <Link to="/console/readings">{unknown}</Link> },
          { title: t.question, cell: ({ asks }) => asks[language] },
        ]}
      />
    </Section>
  );
}

function Refusals({ operation }: { readonly operation: ApiOperation }) {
  const t = useText(referenceTexts);
  const refusals = operation['x-refusals'] ?? [];
  const rules = operation['x-rules'] ?? [];
  return (
    <>
      {refusals.length > 0 && (
        <Section title={t.refusals}>
          <Table
            label={`${t.refusals}: ${t.message}`}
            empty=""
            rows={refusals}
            keyOf={({ status, reason, message }) => `${status} ${reason} ${message}`}
            columns={[
              { title: t.status, head: true, cell: ({ status }) => status },
              { title: t.reason, cell: ({ reason }) => <code>{reason}</code> },
              { title: t.message, cell: ({ message }) => <q lang="en">{message}</q> },
              { title: t.source, cell: (refusal) => refusal['x-provenance'] },
            ]}
          />
        </Section>
      )}
      {rules.length > 0 && (
        <Section title={t.rules}>
          <Table
            label={`${t.rules}: ${t.rule}`}
            empty=""
            rows={rules}
            keyOf={({ id }) => id}
            columns={[
              { title: t.rule, head: true, cell: ({ id }) => <code>{id}</code> },
              { title: t.level, cell: ({ level }) => level },
              { title: t.about, cell: ({ says }) => <span lang="en">{says}</span> },
            ]}
          />
        </Section>
      )}
    </>
  );
}
