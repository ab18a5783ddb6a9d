import type { ComponentChildren } from 'preact';
import { useEffect, useId } from 'preact/hooks';
import { useAct } from '../state/act.js';
import { useText } from '../state/language.js';
import { Problem } from './problem.js';
import { uiTexts } from './texts.js';

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with the input; empty if it is valid. */
  readonly problem?: string;
  readonly value?: string | number;
  readonly type?: 'text' | 'email' | 'url' | 'number' | 'password' | 'search';
  readonly required?: boolean;
  readonly pattern?: string;
  readonly min?: number;
  readonly max?: number;
  readonly step?: string;
  readonly autoComplete?: string;
  readonly onInput?: (value: string) => void;
  /** What can be chosen instead of being written, and what each one means. */
  readonly choices?: readonly (readonly [value: string, says: string])[];
}

/** A labeled input; a screen reader reads the hint with it. */
export function Field({
  label,
  hint,
  problem = '',
  value,
  onInput,
  type = 'text',
  autoComplete = 'off',
  choices,
  ...input
}: FieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        {...input}
        id={id}
        type={type}
        defaultValue={value === undefined ? undefined : String(value)}
        autoComplete={autoComplete}
        spellcheck={false}
        aria-invalid={problem !== ''}
        aria-describedby={hint && `${id}-hint`}
        list={choices && `${id}-choices`}
        onInput={onInput && ((event) => onInput(event.currentTarget.value))}
      />
      {choices && (
        <datalist id={`${id}-choices`}>
          {choices.map(([one, says]) => (
            <option key={one} value={one}>
              {says}
            </option>
          ))}
        </datalist>
      )}
      {hint && (
        <p class={problem ? 'hint lacking' : 'hint'} id={`${id}-hint`}>
          {problem || hint}
        </p>
      )}
    </div>
  );
}

interface AreaProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string;
  readonly rows?: number;
}

/** A labeled input of several lines. */
export function Area({ name, label, hint, value, rows = 3 }: AreaProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        name={name}
        rows={rows}
        class="code"
        defaultValue={value}
        autoComplete="off"
        spellcheck={false}
        aria-describedby={hint && `${id}-hint`}
      />
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, shown: string])[];
  readonly onChange?: (value: string) => void;
}

export function Choice({ name, label, value, options, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} name={name} value={value} onChange={(event) => onChange?.(event.currentTarget.value)}>
        {options.map(([one, shown]) => (
          <option key={one} value={one} selected={one === value}>
            {shown}
          </option>
        ))}
      </select>
    </div>
  );
}

export const Check = ({
  name,
  label,
  checked,
}: {
  readonly name: string;
  readonly label: string;
  readonly checked: boolean;
}) => (
  <label class="check">
    <input type="checkbox" name={name} defaultChecked={checked} /> {label}
  </label>
);

interface FieldsetProps {
  readonly legend: string;
  readonly says?: string;
  readonly children: ComponentChildren;
}

/** Fields that belong together. */
export const Fieldset = ({ legend, says, children }: FieldsetProps) => (
  <fieldset>
    <legend>{legend}</legend>
    {says && <p class="hint">{says}</p>}
    {children}
  </fieldset>
);

/** Values of fields, trimmed; empty fields are omitted. */
export type Given = Readonly<Record<string, string | undefined>>;

interface FormProps {
  /** Name of the form for a screen reader, and label of its button unless `submit` is set. */
  readonly label: string;
  readonly submit?: string;
  /** Sends the values of the fields, by name. */
  readonly run: (given: Given) => Promise<unknown>;
  /** What to announce on success. */
  readonly done: string;
  readonly reload?: () => void;
  /** Clears the fields on success. */
  readonly clear?: boolean;
  /** Something else was entered or chosen: with this, what came of the last attempt goes away. */
  readonly changed?: () => void;
  /** Goes up when something else is done on the page: what came of the last attempt goes away, too. */
  readonly turn?: number;
  /** What else to show on failure. */
  readonly advice?: (problem: unknown) => ComponentChildren;
  readonly children: ComponentChildren;
}

export function Form({
  label,
  submit = label,
  run,
  done,
  reload,
  clear = false,
  changed,
  turn,
  advice,
  children,
}: FormProps) {
  const t = useText(uiTexts);
  const act = useAct();
  const forget = () => {
    act.forget();
    changed?.();
  };
  useEffect(() => {
    if (turn !== undefined) forget();
  }, [turn]);
  return (
    <>
      <form
        aria-label={label}
        onInput={changed && forget}
        onSubmit={async (event) => {
          event.preventDefault();
          const form = event.currentTarget;
          const texts = [...new FormData(form)].map(([name, value]) => [name, String(value).trim()] as const);
          const given = Object.fromEntries(texts.filter(([, text]) => text !== ''));
          if (!(await act.run(() => run(given), done))) return;
          if (clear) form.reset();
          reload?.();
        }}
      >
        {children}
        <Problem error={act.problem} />
        <button type="submit" class="main" disabled={act.busy}>
          {act.busy ? t.working : submit}
        </button>
      </form>
      {advice?.(act.problem)}
    </>
  );
}
