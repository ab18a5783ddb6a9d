import { useEffect, useState } from 'preact/hooks';
import { ApiError, errorText } from '../../contract/client.js';
import { control } from '../state/control.js';
import { useLanguage, useSaid, useText } from '../state/language.js';
import { navigate } from '../state/route.js';
import { Check, Choice, Field, Form, type Given } from '../ui/form.js';
import { Section } from '../ui/page.js';
import { WrongInput } from '../ui/problem.js';
import { runsTexts } from './runs.texts.js';

type Targets = Awaited<ReturnType<typeof control.listRunTargets>>;

const checked = ['steps', 'tags', 'readings', 'defect'] as const;

/** A field that the mock does not take, and why. */
interface WrongField {
  readonly name: (typeof checked)[number];
  readonly problem: string;
}

/** `steps: expected …`, as the control API refuses a member; undefined for any other problem. */
function wrongFieldOf(error: unknown): WrongField | undefined {
  if (!(error instanceof ApiError) || error.status !== 400) return undefined;
  const [, member = '', problem = ''] = /^(\w+): (.+)$/s.exec(errorText(error.body)) ?? [];
  const name = checked.find((one) => one === member);
  return name && { name, problem };
}

/** The form that starts a run; what `dcm verify` would refuse is said at its field, and no run is made. */
export function StartRun({ of: { targets, problem, defects, readings } }: { readonly of: Targets }) {
  const t = useText(runsTexts);
  const inWords = useSaid();
  const language = useLanguage();
  const [wrong, setWrong] = useState<WrongField>();
  useEffect(() => {
    if (wrong) document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus();
  }, [wrong]);
  if (problem !== '')
    return (
      <Section title={t.start}>
        <p class="muted">{inWords(problem)}</p>
      </Section>
    );

  async function start({ target = '', quick, reset, ...texts }: Given): Promise<void> {
    setWrong(undefined);
    const order = { ...texts, target, language, quick: quick !== undefined, reset: reset !== undefined };
    const { id } = await control.startRun({ body: order }).catch((error: unknown) => {
      const field = wrongFieldOf(error);
      if (field === undefined) throw error;
      setWrong(field);
      throw new WrongInput(t.notStarted(t[field.name]));
    });
    navigate(`/console/runs/${id}`);
  }

  const field = (name: WrongField['name'], hint: string, choices?: [string, string][]) => (
    <Field
      name={name}
      label={t[name]}
      hint={hint}
      problem={wrong?.name === name ? inWords(wrong.problem) : ''}
      {...(choices && { choices })}
    />
  );

  return (
    <Section title={t.start} says={t.startSays}>
      <Form label={t.start} run={start} done={t.started} changed={() => setWrong(undefined)}>
        <div class="fields">
          <div>
            <Choice
              name="target"
              label={t.target}
              value={targets[0]?.name ?? ''}
              options={targets.map(({ name, reference }) => [name, reference ? t.reference : name])}
            />
            <p class="hint">{t.targetHint}</p>
          </div>
          {field('steps', t.stepsHint)}
          {field('tags', t.tagsHint)}
          {field('readings', t.readingsHint, [
            ['all', t.allReadings],
            ...readings.map((name): [string, string] => [name, '']),
          ])}
          {field(
            'defect',
            t.defectHint,
            defects.map(({ name, says }) => [name, says]),
          )}
          <Field name="seed" label={t.seed} hint={t.seedHint} />
        </div>
        <div>
          <Check name="quick" label={t.quick} checked={false} />
          <Check name="reset" label={t.reset} checked={false} />
          <p class="hint">{t.resetHint}</p>
        </div>
      </Form>
    </Section>
  );
}
