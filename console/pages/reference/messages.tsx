import { useText } from '../../state/language.js';
import { Section } from '../../ui/page.js';
import { Table } from '../../ui/table.js';
import type { ApiOperation } from './document.js';
import { referenceTexts } from './reference.texts.js';
import { exampleOf, membersOf, type Schema, type Schemas } from './schema.js';

/** What an operation takes and what it returns, member by member. */
export function Messages({ operation }: { readonly operation: ApiOperation }) {
  const t = useText(referenceTexts);
  const { parameters = [], requestBody, responses, schemas } = operation;
  const calls = operation['x-reverse-calls'] ?? [];
  return (
    <>
      {parameters.length > 0 && (
        <Section title={t.parameters}>
          <Table
            label={`${t.parameters}: ${t.name}`}
            empty=""
            rows={parameters}
            keyOf={({ name, in: place }) => `${place} ${name}`}
            columns={[
              { title: t.name, head: true, cell: ({ name }) => <code>{name}</code> },
              { title: t.place, cell: ({ in: place }) => place },
              { title: t.type, cell: ({ schema }) => String(schema.type ?? '') },
              { title: t.required, cell: ({ required = false }) => (required ? t.yes : t.no) },
              { title: t.source, cell: (parameter) => parameter['x-provenance'] ?? '' },
            ]}
          />
        </Section>
      )}
      {Object.entries(requestBody?.content ?? {}).map(([type, { schema }]) =>
        schema ? <Members key={type} title={`${t.body}: ${type}`} schema={schema} schemas={schemas} /> : null,
      )}
      {calls.length > 0 && (
        <Section title={t.calls}>
          <ul>
            {calls.map(({ method, flow = '' }) => (
              <li key={`${method} ${flow}`}>
                <code>
                  /{method} {flow}
                </code>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {Object.entries(responses).map(([status, { description, content = {} }]) => {
        const [schema] = Object.values(content).map((media) => media.schema);
        const title = `${t.responses}: ${status}`;
        return schema ? (
          <Members key={status} title={title} says={description} schema={schema} schemas={schemas} />
        ) : (
          <Section key={status} title={title} says={description}>
            {null}
          </Section>
        );
      })}
    </>
  );
}

interface MembersProps {
  readonly title: string;
  readonly says?: string;
  readonly schema: Schema;
  readonly schemas: Schemas;
}

function Members({ title, says, schema, schemas }: MembersProps) {
  const t = useText(referenceTexts);
  return (
    <Section title={title} {...(says && { says })}>
      <Table
        label={`${title}: ${t.member}`}
        empty={t.noMembers}
        rows={membersOf(schema, schemas)}
        keyOf={({ at }) => at}
        columns={[
          { title: t.member, head: true, cell: ({ at }) => <code>{at}</code> },
          { title: t.type, cell: ({ type }) => type },
          { title: t.required, cell: ({ required }) => (required ? t.yes : t.no) },
          {
            title: t.limits,
            cell: ({ limits, description }) => (
              <span lang="en">
                {limits} {description}
              </span>
            ),
          },
          { title: t.source, cell: ({ source }) => source },
        ]}
      />
      <details>
        <summary>{t.example}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled has to be reached by the keyboard */}
        <pre tabIndex={0}>
          <code>{JSON.stringify(exampleOf(schema, schemas), null, 2)}</code>
        </pre>
      </details>
    </Section>
  );
}
