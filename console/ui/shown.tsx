import { useEffect, useState } from 'preact/hooks';
import { after } from '../browser.js';
import { announce } from '../state/announce.js';
import { useLanguage, useText } from '../state/language.js';
import { useSignal } from '../state/signal.js';
import { ago, clockTicks, ledgerAhead, relativeTimes } from '../state/times.js';
import { Icon } from './icon.js';
import { uiTexts } from './texts.js';

/** Languages of the pages, for the formats of numbers and times. */
export const locale = { en: 'en-GB', uk: 'uk-UA' } as const;

/** An amount in hryvnias, with at most seven decimal places (a stroop). */
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

interface MomentProps {
  readonly at: string;
  readonly short?: boolean;
  /** In lists of what has just happened: "2 min ago", if the reader has not chosen otherwise. */
  readonly recent?: boolean;
  /** Which clock: DCM's dates are by the ledger clock, tokens and runs by the system time. */
  readonly clock?: 'ledger' | 'wall';
}

/** A time in the reader's time zone, to the second; the title shows it as on the wire, and names the clock. */
export function Moment({ at, short = false, recent = false, clock = 'ledger' }: MomentProps) {
  const language = useLanguage();
  const t = useText(uiTexts);
  const relative = useSignal(relativeTimes) && recent;
  if (at === '') return <span class="muted">–</span>;
  const moment = new Date(at);
  const time = moment.toLocaleTimeString(locale[language]);
  const exact = short ? time : `${moment.toLocaleDateString(locale[language])} ${time}`;
  return (
    <time dateTime={at} title={`${relative ? `${exact} · ` : ''}${at} (${t.clocks[clock]})`}>
      {relative ? <Ago at={moment.getTime()} exact={exact} clock={clock} /> : exact}
    </time>
  );
}

interface AgoProps {
  readonly at: number;
  readonly exact: string;
  readonly clock: 'ledger' | 'wall';
}

/** A screen reader says the exact time: it does not go on while one listens. */
function Ago({ at, exact, clock }: AgoProps) {
  const language = useLanguage();
  const now = useSignal(clockTicks());
  const ahead = useSignal(ledgerAhead);
  const seconds = (now + (clock === 'ledger' ? ahead : 0) - at) / 1000;
  return (
    <>
      {/* Between two ticks something can happen that the last one did not see. */}
      <span aria-hidden="true">{ago(seconds > -15 ? Math.max(0, seconds) : seconds, locale[language])}</span>
      <span class="unseen">{exact}</span>
    </>
  );
}

/** Puts a text on the clipboard; pages from other hosts have no clipboard API. */
async function toClipboard(text: string): Promise<boolean> {
  const { clipboard } = navigator as { readonly clipboard?: Clipboard };
  try {
    if (clipboard !== undefined) await clipboard.writeText(text);
    return clipboard !== undefined;
  } catch {
    return false;
  }
}

/** Copies a text, and says whether that worked. */
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
        const copied = await toClipboard(text);
        announce(copied ? t.copied : t.notCopied);
        setDone(copied);
      }}
    >
      {done ? t.copied : t.copy}
    </button>
  );
}

const guidIn = /([\da-f]{8})(-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{8})([\da-f]{4})/gi;

/** A text with shortened guids: selecting and copying gives the full text. */
export const Shortened = ({ text }: { readonly text: string }) => (
  <>
    {text.split(guidIn).map((part, place) =>
      place % 4 === 2 ? (
        <span key={place} class="cut">
          {part}
        </span>
      ) : (
        part
      ),
    )}
  </>
);

/** A shortened id; selecting and copying gives the full one. */
export const Guid = ({ of, long = false }: { readonly of: string; readonly long?: boolean }) =>
  of === '' ? (
    <span class="muted">–</span>
  ) : (
    <code class={long ? 'guid long' : 'guid'} title={of}>
      {long || of.length < 14 ? (
        of
      ) : (
        <>
          {of.slice(0, 8)}
          <span class="cut">{of.slice(8, -4)}</span>
          {of.slice(-4)}
        </>
      )}
    </code>
  );

/**
 * A shortened id in a list, with a button that copies it and is there while the id is pointed at: a list has hundreds of them, which
 * would cost memory and time when one scrolls. Tab passes over it; the page of a row has the same button for Tab.
 */
export function GuidCell({ of }: { readonly of: string }) {
  const [pointed, setPointed] = useState(false);
  if (of === '') return <Guid of="" />;
  return (
    <span class="guid-cell" onPointerEnter={() => setPointed(true)} onPointerLeave={() => setPointed(false)}>
      <Guid of={of} />
      {pointed && <CopySign of={of} />}
    </span>
  );
}

function CopySign({ of }: { readonly of: string }) {
  const t = useText(uiTexts);
  return (
    <button
      type="button"
      class="tool"
      tabIndex={-1}
      aria-label={`${t.copy}: ${of}`}
      title={t.copy}
      onClick={async () => announce((await toClipboard(of)) ? t.copied : t.notCopied)}
    >
      <Icon name="copy" />
    </button>
  );
}

/** A full id, with a button that copies it. */
export const Identity = ({ of, label }: { readonly of: string; readonly label: string }) => (
  <span class="identity">
    <Guid of={of} long /> {of !== '' && <Copy text={of} label={label} />}
  </span>
);

type Tone = 'good' | 'bad' | 'warn' | 'calm';

/** A status word; its color repeats what the word says. */
export const Badge = ({
  tone = 'calm',
  children,
}: {
  readonly tone?: Tone;
  readonly children: string | number;
}) => <span class={`badge ${tone}`}>{children}</span>;

export const statusTone = (status: number): Tone =>
  status === 0 || status >= 500 ? 'bad' : status >= 400 ? 'warn' : 'good';
