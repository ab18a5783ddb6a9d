import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Act } from '../state/act.js';
import { useText } from '../state/language.js';
import { Problem } from './problem.js';
import { uiTexts } from './texts.js';

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with what was entered; empty when nothing is. */
  readonly problem?: string;
  readonly value?: string | number;
  readonly type?: 'text' | 'email' | 'url' | 'number' | 'password' | 'search';
  readonly required?: boolean;
  readonly pattern?: string;
  readonly min?: number;
  readonly step?: string;
  readonly autoComplete?: string;
  readonly onInput?: (value: string) => void;
}

/** A labelled input; the hint is read out with it. */
export function Field({
  label,
  hint,
  problem = '',
  value,
  onInput,
  type = 'text',
  autoComplete = 'off',
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
        onInput={onInput && ((event) => onInput(event.currentTarget.value))}
      />
      {hint && (
        <p class={problem ? 'hint lacking' : 'hint'} id={`${id}-hint`}>
          {problem || hint}
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

interface FormProps {
  /** What the form is about, for a screen reader. */
  readonly label: string;
  readonly submit: string;
  readonly act: Act;
  /** The texts of the fields by name; an empty one is left out. */
  readonly onSubmit: (given: Given, form: HTMLFormElement) => void;
  readonly children: ComponentChildren;
}

/** Texts of fields, trimmed; fields left empty are not there. */
export type Given = Readonly<Record<string, string | undefined>>;

export function Form({ label, submit, act, onSubmit, children }: FormProps) {
  const t = useText(uiTexts);
  return (
    <form
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        const texts = [...new FormData(form)].map(([name, value]) => [name, String(value).trim()] as const);
        onSubmit(Object.fromEntries(texts.filter(([, text]) => text !== '')), form);
      }}
    >
      {children}
      <Problem error={act.problem} />
      <button type="submit" class="main" disabled={act.busy}>
        {act.busy ? t.working : submit}
      </button>
    </form>
  );
}

interface SureProps {
  readonly label: string;
  /** What is asked before it is done. */
  readonly question: string;
  readonly onSure: () => void;
  readonly disabled?: boolean;
}

/** A button for what cannot be taken back: a second press, after a question. */
export function Sure({ label, question, onSure, disabled = false }: SureProps) {
  const t = useText(uiTexts);
  const [asked, setAsked] = useState(false);
  if (!asked)
    return (
      <button type="button" disabled={disabled} onClick={() => setAsked(true)}>
        {label}
      </button>
    );
  return (
    <fieldset class="sure" aria-label={question}>
      <span>{question}</span>
      <button
        type="button"
        class="danger"
        // The focus stood on the button that this one replaces.
        ref={(button) => button?.focus()}
        onClick={() => {
          setAsked(false);
          onSure();
        }}
      >
        {label}
      </button>
      <button type="button" onClick={() => setAsked(false)}>
        {t.cancel}
      </button>
    </fieldset>
  );
}
