import { useState } from 'preact/hooks';
import { askControl, control } from '../../state/control.js';
import { useText } from '../../state/language.js';
import { useQuery } from '../../state/query.js';
import { registered } from '../../state/whole-lists.js';
import { Area, Field, Form, type Given } from '../../ui/form.js';
import { Link } from '../../ui/link.js';
import { Section } from '../../ui/page.js';
import { Badge, statusTone } from '../../ui/shown.js';
import { SenderChoice, senderOf } from '../sender-choice.js';
import type { ApiOperation } from './document.js';
import { exampleOf } from './schema.js';
import { tryTexts } from './try-out.texts.js';

interface Outcome {
  readonly status: number;
  readonly body: string;
  /** Its entry in the journal; 0 if it has none. */
  readonly seq: number;
  /** Why it was refused; empty if it was not. */
  readonly hint: string;
}

const asText = (body: unknown): string =>
  typeof body === 'string' ? body : body === null || body === undefined ? '' : JSON.stringify(body, null, 2);

/** Sends a request to DCM as somebody, or to the control API as this console. */
async function send(
  { api, method, path, parameters = [], requestBody }: ApiOperation,
  given: Given,
): Promise<Outcome> {
  const query = new URLSearchParams();
  for (const { name, in: place } of parameters)
    if (place === 'query' && given[`query.${name}`] !== undefined)
      query.set(name, given[`query.${name}`] ?? '');
  const filled = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) =>
    encodeURIComponent(given[`path.${name}`] ?? ''),
  );
  const url = query.size > 0 ? `${filled}?${query}` : filled;
  const [type] = Object.keys(requestBody?.content ?? {});
  const { body } = given;
  const headers: Record<string, string> =
    body === undefined || type === undefined ? {} : { 'content-type': type };
  if (api === 'control') {
    const response = await askControl(url, { method, headers, ...(body === undefined ? {} : { body }) });
    return {
      status: response.status,
      body: asText(await readable(response)),
      seq: 0,
      hint: response.headers.get('dcm-hint') ?? '',
    };
  }
  const { entry } = await control.sendRequest({
    body: { method, url, headers, body: body ?? '', sender: senderOf(given) },
  });
  return {
    status: entry.status,
    body: asText(entry.response.body),
    seq: entry.seq,
    hint: entry.response.headers['dcm-hint'] ?? '',
  };
}

async function readable(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Fields for what an operation takes, filled in with an example; sends it and shows the response. */
export function TryOut({ operation }: { readonly operation: ApiOperation }) {
  const t = useText(tryTexts);
  const { api, parameters = [], requestBody, schemas, security = [] } = operation;
  const [outcome, setOutcome] = useState<Outcome>();
  const needsNobody = security.length === 0;
  const [sender, setSender] = useState(needsNobody ? 'nobody' : '');
  const banks = useQuery(registered, []).data ?? [];
  const [{ schema } = { schema: undefined }] = Object.values(requestBody?.content ?? {});
  const example = schema === undefined ? undefined : JSON.stringify(exampleOf(schema, schemas), null, 2);
  if (api === 'driver') return null;
  if (api === 'bank')
    return (
      <Section title={t.title} says={t.bankSays}>
        <Link to="/console/make-happen">{t.toHappen}</Link>
      </Section>
    );
  return (
    <Section title={t.title} says={api === 'control' ? t.controlSays : t.says}>
      <Form
        label={t.title}
        submit={t.send}
        done={t.sent}
        run={async (given) => setOutcome(await send(operation, given))}
      >
        {parameters
          .filter(({ in: place }) => place === 'path' || place === 'query')
          .map(({ name, in: place, required = false }) => (
            <Field
              // The guid of the bank is known only when the list has come.
              key={`${place}.${name}.${banks.length > 0}`}
              name={`${place}.${name}`}
              label={name}
              required={required}
              value={/^(?:counterparty_)?guid$/.test(name) && place === 'path' ? (banks[0]?.guid ?? '') : ''}
            />
          ))}
        {example !== undefined && <Area name="body" label={t.body} rows={8} value={example} />}
        {api === 'dcm' && <SenderChoice of={undefined} value={sender} onChange={setSender} />}
      </Form>
      {outcome && (
        <div class="note" data-testid="tried">
          <p>
            <Badge tone={statusTone(outcome.status)}>{outcome.status === 0 ? t.none : outcome.status}</Badge>{' '}
            {outcome.seq > 0 && (
              <Link to={`/console/journal/${outcome.seq}`}>{`${t.entry} ${outcome.seq}`}</Link>
            )}
          </p>
          {outcome.hint !== '' && <p lang="en">{outcome.hint}</p>}
          {outcome.body !== '' && (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled has to be reached by the keyboard
            <pre tabIndex={0}>
              <code>{outcome.body}</code>
            </pre>
          )}
        </div>
      )}
    </Section>
  );
}
