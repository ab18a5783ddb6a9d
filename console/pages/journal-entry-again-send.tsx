import { useState } from 'preact/hooks';
import type { JournalEntry } from '../../contract/control/journal.js';
import type { PreparedRequest } from '../../contract/control/requests.js';
import { useAct } from '../state/act.js';
import { control } from '../state/control.js';
import { useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { navigate } from '../state/route.js';
import { Button } from '../ui/button.js';
import { Area, Field, Form, type Given } from '../ui/form.js';
import { Answer, Section } from '../ui/page.js';
import { Problem, WrongInput } from '../ui/problem.js';
import { againTexts } from './journal-entry-again.texts.js';
import { SenderChoice, senderOf } from './sender-choice.js';

type Order = Parameters<typeof control.sendRequest>[0]['body'];

/** Sends it, and opens its entry. */
async function send(order: Order): Promise<void> {
  const { entry } = await control.sendRequest({ body: order });
  navigate(`/console/journal/${entry.seq}`);
}

/** Sends the request of an entry again, as it was or changed. */
export function SendAgain({ entry }: { readonly entry: JournalEntry }) {
  const t = useText(againTexts);
  const seq = String(entry.seq);
  const query = useQuery(() => control.prepareRequest({ params: { seq } }), [seq]);
  const isOut = entry.direction === 'out';
  return (
    <Section title={t.title} says={isOut ? t.askSays : t.says}>
      <Answer query={query}>
        {(prepared) =>
          prepared.problem === '' ? (
            <Ways of={prepared} />
          ) : (
            <p class="muted">
              <q lang="en">{prepared.problem}</q>
            </p>
          )
        }
      </Answer>
    </Section>
  );
}

function Ways({ of }: { readonly of: PreparedRequest }) {
  const t = useText(againTexts);
  const act = useAct();
  const isOut = of.direction === 'out';
  const whole = of.kept && of.gaps.length === 0;
  const label = isOut ? t.ask : t.asItWas;
  return (
    <>
      {whole && (
        <Button label={label} look="main" act={act} done={t.sent} run={() => send({ seq: of.seq })} />
      )}
      <Problem error={act.problem} />
      {!isOut && (
        <details open={!whole}>
          <summary>{t.change}</summary>
          <Changed of={of} />
        </details>
      )}
    </>
  );
}

/** What a person has changed or filled in. */
function Changed({ of }: { readonly of: PreparedRequest }) {
  const t = useText(againTexts);
  const [sender, setSender] = useState(of.kept ? 'original' : '');
  const filling = of.gaps.filter(({ at }) => /^body[.[]/.test(at));
  const run = (given: Given) =>
    send({
      seq: of.seq,
      method: given.method,
      url: given.url,
      headers: headersOf(given.headers ?? '', t.badHeader),
      body: given.body ?? '',
      fill: Object.fromEntries(
        filling.flatMap(({ at }) => (given[at] === undefined ? [] : [[at, given[at]]])),
      ),
      sender: senderOf(given),
    });
  return (
    <Form label={t.change} submit={t.send} done={t.sent} run={run}>
      <div class="request-line">
        <Field name="method" label={t.method} value={of.method} required />
        <Field name="url" label={t.url} value={of.url} required />
      </div>
      <Area
        name="headers"
        label={t.headers}
        hint={t.headersHint}
        value={Object.entries(of.headers)
          .map(([name, value]) => `${name}: ${value}`)
          .join('\n')}
      />
      <Area name="body" label={t.body} rows={8} value={of.body} />
      {of.gaps.length > 0 && <p class="note">{t.gaps}</p>}
      {filling.map(({ at, why }) => (
        <Field key={at} name={at} label={at} hint={t[why]} type={why === 'redacted' ? 'password' : 'text'} />
      ))}
      {of.gaps.length > filling.length && (
        <p class="hint">
          {of.gaps
            .filter((gap) => !filling.includes(gap))
            .map(({ at, why }) => `${at}: ${t[why]}`)
            .join('; ')}
        </p>
      )}
      <SenderChoice of={of} value={sender} onChange={setSender} />
    </Form>
  );
}

/** @throws {WrongInput} with `problem` for a line that is no header */
function headersOf(text: string, problem: string): Record<string, string> {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      if (colon < 1) throw new WrongInput(`${problem} («${line.trim().slice(0, 60)}»).`);
      return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
    }),
  );
}
