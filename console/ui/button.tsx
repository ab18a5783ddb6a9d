import { useState } from 'preact/hooks';
import type { Act } from '../state/act.js';
import { useText } from '../state/language.js';
import { uiTexts } from './texts.js';

interface ButtonProps {
  readonly label: string;
  readonly act: Act;
  readonly run: () => Promise<unknown>;
  /** What to announce on success. */
  readonly done: string;
  /** Reloads what has changed. */
  readonly reload?: (() => void) | undefined;
  readonly look?: 'main' | 'small';
  /** For a screen reader, if the label alone is not clear. */
  readonly name?: string;
}

const press = async ({ act, run, done, reload }: Pick<ButtonProps, 'act' | 'run' | 'done' | 'reload'>) => {
  if (await act.run(run, done)) reload?.();
};

/** A button that does something. */
export const Button = ({ label, look, name, ...what }: ButtonProps) => (
  <button type="button" class={look} aria-label={name} disabled={what.act.busy} onClick={() => press(what)}>
    {label}
  </button>
);

interface SureProps extends ButtonProps {
  /** Question to confirm. */
  readonly question: string;
}

/** A button for what cannot be undone: it asks, then needs a second press. */
export function Sure({ label, question, name, ...what }: SureProps) {
  const t = useText(uiTexts);
  const [asked, setAsked] = useState(false);
  if (!asked)
    return (
      <button type="button" aria-label={name} disabled={what.act.busy} onClick={() => setAsked(true)}>
        {label}
      </button>
    );
  return (
    <fieldset class="sure" aria-label={question}>
      <span>{question}</span>
      <button
        type="button"
        class="danger"
        // The focus was on the button that this one replaces.
        ref={(button) => button?.focus()}
        onClick={() => {
          setAsked(false);
          press(what);
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
