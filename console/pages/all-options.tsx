import {
  defaultProfile,
  listedValues,
  type Profile as Options,
  profileOptions,
} from '../../contract/profile/index.js';
import { control } from '../state/control.js';
import { bilingual, useLanguage, useText } from '../state/language.js';
import { Choice, Field, Form } from '../ui/form.js';
import { Section } from '../ui/page.js';
import { Badge } from '../ui/shown.js';

const optionTexts = bilingual(
  {
    title: 'All options',
    lead: 'Each option names its open question: ask DCM, then set the option to its answer.',
    question: 'open question',
    settled: 'no question',
    byDefault: 'default',
    changed: 'changed',
    relaxed: 'relaxes a documented requirement: a run with this value is non-standard',
    set: 'Set',
    done: 'Option set',
    value: 'Value',
    list: 'Separated by commas',
  },
  {
    title: 'Усі параметри',
    lead: 'Для кожного параметра названо відкрите питання: запитайте DCM і встановіть значення за її відповіддю.',
    question: 'відкрите питання',
    settled: 'відкритих питань немає',
    byDefault: 'типове значення',
    changed: 'змінено',
    relaxed: 'послаблює задокументовану вимогу: перевірка з таким значенням нестандартна',
    set: 'Встановити',
    done: 'Параметр встановлено',
    value: 'Значення',
    list: 'Значення через кому',
  },
);

type Name = keyof Options;
const names = Object.keys(profileOptions) as Name[];

const shown = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value));

/** The value of a field, in the type of the option. */
function parsed(name: Name, text: string): unknown {
  const was = defaultProfile[name];
  if (Array.isArray(was)) {
    const parts = text.split(',').map((part) => part.trim());
    return typeof was[0] === 'number' ? parts.map(Number) : parts;
  }
  if (typeof was === 'number') return Number(text);
  return typeof was === 'boolean' ? text === 'true' : text;
}

/** Every option with its value in force, to be set. */
export function AllOptions({ profile, reload }: { readonly profile: Options; readonly reload: () => void }) {
  const t = useText(optionTexts);
  return (
    <Section title={t.title}>
      <p class="muted">{t.lead}</p>
      <ul class="options">
        {names.map((name) => (
          <Option key={`${name} ${shown(profile[name])}`} name={name} value={profile[name]} reload={reload} />
        ))}
      </ul>
    </Section>
  );
}

interface OptionProps {
  readonly name: Name;
  readonly value: unknown;
  readonly reload: () => void;
}

function Option({ name, value, reload }: OptionProps) {
  const t = useText(optionTexts);
  const language = useLanguage();
  const { unknown, says, relaxedBy } = profileOptions[name];
  const standard = shown(value) === shown(defaultProfile[name]);
  const choices = listedValues(name);
  const list = Array.isArray(defaultProfile[name]);
  const label = `${t.value}: ${name}`;
  return (
    <li class="card option">
      <div>
        <h2>
          <code>{name}</code>{' '}
          <Badge tone={standard ? 'calm' : 'warn'}>{standard ? t.byDefault : t.changed}</Badge>
        </h2>
        <p>{says[language]}</p>
        <p class="hint">
          {unknown === '-' ? t.settled : `${t.question} ${unknown}`} · {t.byDefault}:{' '}
          <code>{shown(defaultProfile[name])}</code>
          {relaxedBy !== undefined && ` · ${relaxedBy.join(', ')} ${t.relaxed}`}
        </p>
      </div>
      <Form
        label={name}
        submit={t.set}
        run={({ value: text = '' }) => control.updateProfile({ body: { [name]: parsed(name, text) } })}
        done={`${t.done}: ${name}`}
        reload={reload}
      >
        {choices ? (
          <Choice
            name="value"
            label={label}
            value={shown(value)}
            options={choices.map(String).map((choice) => [choice, choice])}
          />
        ) : (
          <Field
            name="value"
            label={label}
            value={shown(value)}
            required
            {...(list ? { hint: t.list } : {})}
          />
        )}
      </Form>
    </li>
  );
}
