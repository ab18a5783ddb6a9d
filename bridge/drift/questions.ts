import type { CapturedAnswer } from '../../contract/captured.js';
import type { DriftQuestion, DriftShown, QuestionVerdict } from '../../contract/drift.js';
import { defaultProfile, type Profile, someOptions } from '../../contract/profile/index.js';
import { openQuestions } from '../../contract/readings/index.js';
import type { OpenQuestion } from '../../contract/readings/question.js';
import { alike, type Said, said } from '../../contract/texts/said.js';
import type { Assumed } from './assumed.js';
import { capturedFor, isExplainedRefusal, isExplainedStatus } from './explained.js';
import type { Observer, Sight } from './observer.js';
import { observers } from './observers/index.js';
import { groupedBy, type Seen } from './seen.js';

/** The number of a question, or the name of its usual reading if it has none. */
export const questionKey = ({ unknown, usual }: Pick<OpenQuestion, 'unknown' | 'usual'>): string =>
  unknown === '-' ? usual.name : unknown;

type Options = Readonly<Partial<Profile>>;

const namesOf = (options: Options) => Object.keys(options) as (keyof Profile)[];

const agree = (options: Options, other: Options): boolean =>
  namesOf(options).every((name) => JSON.stringify(options[name]) === JSON.stringify(other[name]));

/** The declared reading that is like this, the one that says the least beyond it; undefined if none is. */
function readingOf({ usual, others }: OpenQuestion, options: Options) {
  if (agree(options, defaultProfile)) return usual;
  return others
    .filter(({ profile }) => agree(options, { ...defaultProfile, ...profile }))
    .toSorted((a, b) => namesOf(a.profile).length - namesOf(b.profile).length)[0];
}

const inWords = (options: Options): Said =>
  alike(
    namesOf(options)
      .map((name) => `${name}: ${JSON.stringify(options[name])}`)
      .join(', '),
  );

const noReading = ({ en, uk }: Said): Said => said(`none of the readings: ${en}`, `жодне з тлумачень: ${uk}`);

function shownBy(sight: Sight, question: OpenQuestion, assumed: Profile): Omit<DriftShown, 'count'> {
  const first = sight.at.place;
  if ('beyond' in sight)
    return { reading: '', says: noReading(sight.beyond), options: {}, assumed: false, first };
  const { options } = sight;
  // A value that no option takes is like nothing that the mock can do.
  const isPossible = someOptions.safeParse(options).success;
  const reading = readingOf(question, options);
  return {
    reading: reading?.name ?? '',
    says: reading?.says ?? noReading(inWords(options)),
    options: isPossible ? options : {},
    assumed: agree(options, assumed),
    first,
  };
}

/** The same sights once, each with the number of exchanges; what contradicts comes first, then what was seen most often. */
function summed(sights: readonly Sight[], question: OpenQuestion, assumed: Profile): DriftShown[] {
  const groups = groupedBy(
    sights.map((one) => ({ at: one.at, shown: shownBy(one, question, assumed) })),
    ({ shown }) => `${shown.reading} ${shown.says.en} ${shown.assumed}`,
  );
  const all = [...groups.values()].flatMap((group): DriftShown[] => {
    const [first] = group;
    if (!first) return [];
    const options = Object.assign({}, ...group.map(({ shown }) => shown.options));
    return [{ ...first.shown, options, count: new Set(group.map(({ at }) => at)).size }];
  });
  return all.toSorted((a, b) => Number(a.assumed) - Number(b.assumed) || b.count - a.count);
}

function verdictOf(shown: readonly DriftShown[]): QuestionVerdict {
  if (shown.some(({ assumed }) => !assumed)) return 'contradicted';
  return shown.length > 0 ? 'confirmed' : 'not-seen';
}

/** Whether a learned profile answers an exchange like this by what was captured, whatever the options are. */
function isCaptured(one: Sight, question: OpenQuestion, captured: readonly CapturedAnswer[]): boolean {
  if ('options' in one) return 'act_status' in one.options && isExplainedStatus(one.at, captured);
  const isSurplus = question.others.some(({ profile }) => 'tolerances' in profile);
  return isSurplus && capturedFor(one.at, captured).some(({ added }) => added !== undefined);
}

/** What the exchanges say about every open question, under what is assumed. */
export function questionsIn(all: readonly Seen[], { profile, captured }: Assumed): readonly DriftQuestion[] {
  const open = all.filter((seen) => !isExplainedRefusal(seen, captured));
  return openQuestions.map((question) => {
    const observer: Observer | undefined = observers[questionKey(question)];
    const sights = observer?.observe(open).filter((one) => !isCaptured(one, question, captured)) ?? [];
    const shown = summed(sights, question, profile);
    return {
      unknown: question.unknown,
      asks: question.asks,
      weight: observer?.weight ?? 'behaves',
      verdict: verdictOf(shown),
      shown,
      live: question.live,
    };
  });
}
