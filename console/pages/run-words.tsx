import type { RunHead } from '../../contract/control/run-parts.js';
import { useLanguage, useText } from '../state/language.js';
import { Badge } from '../ui/shown.js';
import { runsTexts } from './runs.texts.js';
import { useVerdictName, VerdictBadge } from './verdict.js';

/** The verdict of a run, or its state: a run that has not finished has no verdict. */
export function RunBadge({ of: { state, verdict, stopping } }: { readonly of: RunHead }) {
  const t = useText(runsTexts);
  if (verdict !== undefined) return <VerdictBadge of={verdict} />;
  const tone = state === 'ended-early' ? 'bad' : state === 'stopped' ? 'warn' : 'calm';
  return <Badge tone={tone}>{stopping && state === 'running' ? t.stopping : t.states[state]}</Badge>;
}

/** What was selected, in short. */
export function useOptionsText(): (run: RunHead) => string {
  const t = useText(runsTexts);
  return ({ options: { steps, tags, readings, quick, defect } }) =>
    [
      steps && `${t.steps}: ${steps}`,
      tags && `${t.tags}: ${tags}`,
      readings && `${t.readings}: ${readings}`,
      defect && `${t.defect}: ${defect}`,
      quick && t.withoutHard,
    ]
      .filter(Boolean)
      .join('; ') || t.whole;
}

export function useCountsText(): (run: Pick<RunHead, 'counts'>) => string {
  const nameOf = useVerdictName();
  return ({ counts }) =>
    Object.entries(counts)
      .filter(([, count]) => count > 0)
      .map(([name, count]) => `${nameOf(name)}: ${count}`)
      .join(', ') || '–';
}

/** Milliseconds in the reader's language: seconds, from a minute on minutes. */
export function useDuration(): (ms: number) => string {
  const uk = useLanguage() === 'uk';
  const [minutes, seconds, millis] = uk ? ['хв', 'с', 'мс'] : ['min', 's', 'ms'];
  return (ms) => {
    if (ms < 1000) return `${Math.round(ms)} ${millis}`;
    const whole = Math.round(ms / 1000);
    return whole < 60
      ? `${whole} ${seconds}`
      : `${Math.floor(whole / 60)} ${minutes} ${whole % 60} ${seconds}`;
  };
}
