import { useEffect } from 'preact/hooks';
import type { Caller } from '../../contract/control/access.js';
import { now } from '../browser.js';
import { control, controlToken } from '../state/control.js';
import { bilingual, useSaid, useText } from '../state/language.js';
import { connection } from '../state/live.js';
import { recallOfWhole } from '../state/memory.js';
import { sandbox, whole } from '../state/place.js';
import { useQuery } from '../state/query.js';
import { useSignal } from '../state/signal.js';
import { ledgerAhead } from '../state/times.js';
import { Link } from '../ui/link.js';
import { Badge, Moment, Money } from '../ui/shown.js';
import { InvariantBadge } from './invariant-badge.js';
import { SandboxSwitch } from './sandbox-switch.js';

const texts = bilingual(
  {
    invariant: 'Money',
    balances: 'balances',
    holds: 'holds',
    broken: 'broken',
    explained:
      'Identifiers created minus identifiers deleted equals the sum of all balances, and no balance is negative',
    ledger: 'Ledger clock',
    ahead: 'ahead by',
    seconds: 's',
    live: 'Live',
    connecting: 'Connecting',
    lost: 'Connection lost',
    gone: 'This sandbox was removed',
    notKept: 'State not saved',
    refused: 'changes are refused until it is',
    reads: 'Read only',
    readsSays: 'Your token changes and reveals nothing: what would do so is refused',
    sandbox: 'Sandbox',
    others: 'all sandboxes',
  },
  {
    invariant: 'Гроші',
    balances: 'залишки',
    holds: 'сходяться',
    broken: 'не сходяться',
    explained: 'Створені ідентифікатори мінус видалені дорівнюють сумі всіх залишків, і жоден не від’ємний',
    ledger: 'Годинник реєстру',
    ahead: 'випереджає на',
    seconds: 'с',
    live: 'У реальному часі',
    connecting: 'З’єднання встановлюється',
    lost: 'З’єднання втрачено',
    gone: 'Цю пісочницю видалено',
    notKept: 'Стан не збережено',
    refused: 'доки стан не збережено, зміни відхиляються',
    reads: 'Лише перегляд',
    readsSays: 'Із вашим токеном нічого не змінити й не розкрити: у такому буде відмовлено',
    sandbox: 'Пісочниця',
    others: 'усі пісочниці',
  },
);

/** The tokens of a sandbox open nothing outside it. */
const mayList = (who: Caller): boolean =>
  who === 'operator' ||
  who === 'loopback' ||
  (who === 'viewer' && recallOfWhole('control-token') === controlToken.get());

/** What is always visible: the money invariant, the ledger clock, and whether the page receives changes. */
export function Status() {
  const t = useText(texts);
  const inWords = useSaid();
  const invariant = useQuery(() => control.getInvariant({}), []).data;
  const clock = useQuery(() => control.getClock({}), []).data;
  // Relative times are counted from what the ledger clock says.
  useEffect(() => {
    if (clock) ledgerAhead.set(Date.parse(clock.ledger) - now());
  }, [clock]);
  const access = useQuery(() => control.getAccess({}), []).data;
  const keeping = useQuery(() => control.getKeeping({}), []).data;
  return (
    <>
      {sandbox !== '' && (
        <span data-testid="sandbox">
          {access && mayList(access.who) && <SandboxSwitch />}
          {t.sandbox} <strong>{sandbox}</strong> · <a href={`${whole}/console/sandboxes`}>{t.others}</a>
        </span>
      )}
      {access?.reads_only && (
        <span title={t.readsSays} data-testid="read-only">
          <Badge tone="warn">{t.reads}</Badge>
        </span>
      )}
      {keeping && !keeping.kept && (
        <span role="alert" title={inWords(keeping.problem)} data-testid="not-kept">
          <Badge tone="bad">{t.notKept}</Badge> {t.refused}
        </span>
      )}
      {invariant && (
        <span title={t.explained} data-testid="invariant">
          {t.invariant}: <Money amount={invariant.created} /> − <Money amount={invariant.deleted} /> ={' '}
          <Money amount={invariant.balances} />
          <InvariantBadge holds={invariant.holds} says={t} />
        </span>
      )}
      {clock && (
        <span>
          <Link to="/console/clock">{t.ledger}</Link> <Moment at={clock.ledger} />
          {clock.offset_s > 0 && <Badge tone="warn">{`${t.ahead} ${clock.offset_s} ${t.seconds}`}</Badge>}
        </span>
      )}
      <Connection />
    </>
  );
}

/** Whether the page receives changes. */
export function Connection() {
  const t = useText(texts);
  const live = useSignal(connection);
  return (
    <span role="status">
      <span class={`dot ${live}`} aria-hidden="true" /> {t[live]}
    </span>
  );
}
