import { useText } from '../state/language.js';
import { Badge } from '../ui/shown.js';
import { verdictNames } from './report.texts.js';

const good = ['passed', 'simulated', 'conformant', 'service-conformant'];
const bad = ['failed', 'error', 'not-conformant'];

const toneOf = (verdict: string) =>
  good.includes(verdict) ? 'good' : bad.includes(verdict) ? 'bad' : 'warn';

/** A verdict in the reader's language; an unknown one is shown as it is. */
export function useVerdictName(): (verdict: string) => string {
  const names: Readonly<Record<string, string>> = useText(verdictNames);
  return (verdict) => names[verdict] ?? verdict;
}

/** The verdict of a scenario, a step or a run. */
export const VerdictBadge = ({ of }: { readonly of: string }) => (
  <Badge tone={toneOf(of)}>{useVerdictName()(of)}</Badge>
);
