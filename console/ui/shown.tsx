import { useEffect, useState } from 'preact/hooks';
import { after } from '../browser.js';
import { announce } from '../state/announce.js';
import { useLanguage, useText } from '../state/language.js';
import { uiTexts } from './texts.js';

const locale = { en: 'en-GB', uk: 'uk-UA' } as const;

/** Hryvnias, with no more than the seven places that a stroop has. */
export function Money({ amount, unit }: { readonly amount: number; readonly unit?: string }) {
  const format = new Intl.NumberFormat(locale[useLanguage()], {
    minimumFractionDigits: 2,
    maximumFractionDigits: 7,
  });
  return (
    <span class="money">
      {format.format(amount)}
      {unit && ` ${unit}`}
    </span>
  );
}

/** A moment in the reader's time zone, to the second; the title has it as on the wire. */
export function Moment({ at, short = false }: { readonly at: string; readonly short?: boolean }) {
  const language = useLanguage();
  if (at === '') return <span class="muted">–</span>;
  const moment = new Date(at);
  const time = moment.toLocaleTimeString(locale[language]);
  return (
    <time dateTime={at} title={at}>
      {short ? time : `${moment.toLocaleDateString(locale[language])} ${time}`}
    </time>
  );
}

/** Copies a text, and says so. */
export function Copy({ text, label }: { readonly text: string; readonly label?: string }) {
  const t = useText(uiTexts);
  const [done, setDone] = useState(false);
  useEffect(() => (done ? after(1500, () => setDone(false)) : undefined), [done]);
  return (
    <button
      type="button"
      class="small"
      aria-label={label && `${t.copy}: ${label}`}
      onClick={async () => {
        await navigator.clipboard.writeText(text);
        announce(t.copied);
        setDone(true);
      }}
    >
      {done ? t.copied : t.copy}
    </button>
  );
}

/** An identity, cut short; the whole of it is the title and what is copied by a double click. */
export const Guid = ({ of, long = false }: { readonly of: string; readonly long?: boolean }) =>
  of === '' ? (
    <span class="muted">–</span>
  ) : (
    <code class="guid" title={of}>
      {long || of.length < 14 ? of : `${of.slice(0, 8)}…${of.slice(-4)}`}
    </code>
  );

type Tone = 'good' | 'bad' | 'warn' | 'calm';

/** A word with a meaning; the colour repeats what the word says. */
export const Badge = ({
  tone = 'calm',
  children,
}: {
  readonly tone?: Tone;
  readonly children: string | number;
}) => <span class={`badge ${tone}`}>{children}</span>;

export const statusTone = (status: number): Tone =>
  status === 0 || status >= 500 ? 'bad' : status >= 400 ? 'warn' : 'good';
