import type { FaultFigures, LoadResult, LoadStage, LoadVerdict } from '../../contract/load.js';
import type { Language } from '../../contract/texts/language.js';
import type { Tone } from '../marks.js';
import { kindName, type LoadTexts, loadTexts } from './texts.js';

/** What the page and the summary say in the same words. */

/** What every part of the page needs. */
export interface LoadPage {
  readonly result: LoadResult;
  readonly texts: LoadTexts;
  readonly lang: Language;
}

export const loadTones: Readonly<Record<LoadVerdict, Tone>> = {
  held: 'good',
  broken: 'bad',
  'not-measured': 'doubt',
  error: 'bad',
};

export const loadMarks: Readonly<Record<LoadVerdict, string>> = {
  held: '✓',
  broken: '✗',
  'not-measured': '?',
  error: '↯',
};

/** Milliseconds with as many digits as matter: `0.42 ms`, `12.3 ms`, `1.04 s`. */
export function timeText(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toFixed(2)} s`;
  if (ms >= 100) return `${Math.round(ms)} ms`;
  return `${ms.toFixed(ms >= 10 ? 1 : 2)} ms`;
}

/** A time as it was demanded: `1 s`, `300 ms`. */
export const limitText = (ms: number): string => (ms >= 1000 ? `${ms / 1000} s` : `${ms} ms`);

export const rateText = (rate: number): string => String(Math.round(rate * 10) / 10);

/** Never 100 % unless it is all of them. */
export const shareText = ({ due, in_time }: Pick<LoadStage['all'], 'due' | 'in_time'>): string =>
  due === 0 ? '–' : `${Math.floor((in_time / due) * 10_000) / 100} %`;

/** The stage that the verdict is about: the only one, or that with the highest rate that was held. */
export function decisive({ stages, ramp }: LoadResult): LoadStage | undefined {
  if (ramp === null) return stages.at(-1);
  const held = stages.filter(({ verdict, rate }) => verdict === 'held' && rate === ramp.found);
  return held.at(-1) ?? stages.at(-1);
}

/** The verdict in one or two sentences. */
export function loadSays(result: LoadResult, lang: Language): string {
  const texts: LoadTexts = loadTexts[lang];
  const { verdict, ramp, rate, at_rest } = result;
  if (at_rest !== null) return texts.atRest(kindName(at_rest.kind, lang));
  if (verdict === 'error') return texts.says.error();
  const at = rateText(rate ?? decisive(result)?.rate ?? 0);
  if (ramp === null) return texts.says[verdict](at);
  const search =
    ramp.found === null
      ? texts.foundNone(rateText(ramp.from))
      : texts.found(rateText(ramp.found), rateText(ramp.to));
  return rate === null && verdict !== 'not-measured' ? search : `${search} ${texts.says[verdict](at)}`;
}

/** Each fault of each kind once, with the rates at which it occurred. */
export function faultsOf({ stages, at_rest }: LoadResult): (FaultFigures & { readonly rates: number[] })[] {
  const all = new Map<string, FaultFigures & { readonly rates: number[] }>();
  for (const { rate, faults } of stages)
    for (const fault of faults) {
      const name = `${fault.kind} ${fault.fault}`;
      const known = all.get(name);
      const rates = [...new Set([...(known?.rates ?? []), rate])].toSorted((a, b) => a - b);
      all.set(name, { ...(known ?? fault), count: (known?.count ?? 0) + fault.count, rates });
    }
  return at_rest === null ? [...all.values()] : [{ ...at_rest, rates: [] }];
}
