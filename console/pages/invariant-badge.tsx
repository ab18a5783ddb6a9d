import { bilingual, useLanguage, useText } from '../state/language.js';
import { lostSince } from '../state/live.js';
import { useSignal } from '../state/signal.js';
import { Badge, locale } from '../ui/shown.js';

const texts = bilingual(
  { unknown: (time: string) => `unknown since ${time}: the mock does not respond` },
  { unknown: (time) => `невідомо з ${time}: імітатор не відповідає` },
);

interface InvariantBadgeProps {
  readonly holds: boolean;
  readonly says: { readonly holds: string; readonly broken: string };
}

/** Whether the money invariant holds; while the mock cannot be reached, nobody knows. */
export function InvariantBadge({ holds, says }: InvariantBadgeProps) {
  const t = useText(texts);
  const language = useLanguage();
  const since = useSignal(lostSince);
  if (since === 0) return <Badge tone={holds ? 'good' : 'bad'}>{holds ? says.holds : says.broken}</Badge>;
  const time = new Date(since).toLocaleTimeString(locale[language], { hour: '2-digit', minute: '2-digit' });
  return <Badge tone="warn">{t.unknown(time)}</Badge>;
}
