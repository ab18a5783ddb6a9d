import { useAct } from '../state/act.js';
import { control } from '../state/control.js';
import { bilingual, useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { Button } from '../ui/button.js';
import { Choice, Field, Form } from '../ui/form.js';
import { Answer, Page, Section } from '../ui/page.js';
import { Problem } from '../ui/problem.js';
import { Moment } from '../ui/shown.js';
import { Facts } from '../ui/table.js';
import { clockTitle } from './titles.texts.js';

const clockTexts = bilingual(
  {
    ...clockTitle.en,
    says: 'The ledger clock determines dates and due times: retries of callbacks, the end of a day, limits for a period. It only moves forward. Tokens and sessions follow the system time, which is never moved.',
    ledger: 'Ledger clock',
    wall: 'System time',
    ahead: 'Ahead of the system time',
    move: 'Move forward',
    quick: { 2: '2 seconds', 60: '1 minute', 3600: '1 hour', 86400: '1 day' },
    amount: 'How much',
    unit: 'Unit',
    units: { 1: 'seconds', 60: 'minutes', 3600: 'hours', 86400: 'days' },
    moved: 'Ledger clock moved; everything that became due is done',
  },
  {
    ...clockTitle.uk,
    says: 'Від годинника реєстру залежать дати й строки: повтори зворотних викликів, кінець дня, ліміти за період. Його пересувають лише вперед. Строки токенів і сесій залежать від системного часу, який не пересувають.',
    ledger: 'Годинник реєстру',
    wall: 'Системний час',
    ahead: 'Випереджає системний час на',
    move: 'Пересунути вперед',
    quick: { 2: '2 секунди', 60: '1 хвилина', 3600: '1 година', 86400: '1 день' },
    amount: 'На скільки',
    unit: 'Одиниця',
    units: { 1: 'секунди', 60: 'хвилини', 3600: 'години', 86400: 'дні' },
    moved: 'Годинник реєстру пересунуто; усе, чому настав строк, виконано',
  },
);

const quick = [2, 60, 3600, 86400] as const;
const units = [1, 60, 3600, 86400] as const;

const move = (seconds: number) => control.moveClock({ body: { forward_s: seconds } });

export function Clock() {
  const t = useText(clockTexts);
  const query = useQuery(() => control.getClock({}), []);
  const act = useAct();
  const moved = { done: t.moved, reload: query.reload };
  return (
    <Page title={t.title} says={t.says}>
      <div class="card">
        <Answer query={query}>
          {({ ledger, wall, offset_s }) => (
            <Facts
              of={[
                [t.ledger, <Moment at={ledger} />],
                [t.wall, <Moment at={wall} clock="wall" />],
                [t.ahead, `${offset_s} s`],
              ]}
            />
          )}
        </Answer>
      </div>
      <Section title={t.move}>
        <div class="row">
          {quick.map((seconds) => (
            <Button
              key={seconds}
              label={`+ ${t.quick[seconds]}`}
              act={act}
              run={() => move(seconds)}
              {...moved}
            />
          ))}
        </div>
        <Problem error={act.problem} />
        <Form label={t.move} run={({ amount, unit }) => move(Number(amount) * Number(unit))} {...moved}>
          <div class="filters">
            <Field name="amount" label={t.amount} type="number" min={0} step="any" value={1} required />
            <Choice
              name="unit"
              label={t.unit}
              value="3600"
              options={units.map((seconds) => [String(seconds), t.units[seconds]])}
            />
          </div>
        </Form>
      </Section>
    </Page>
  );
}
