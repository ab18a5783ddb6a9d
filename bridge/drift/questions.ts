import type { DriftQuestion, DriftShown, QuestionVerdict } from '../../contract/drift.js';
import { defaultProfile, type Profile } from '../../contract/profile/index.js';
import { openQuestions } from '../../contract/readings/index.js';
import type { OpenQuestion } from '../../contract/readings/question.js';
import { alike, type Said, said } from '../../contract/texts/said.js';
import type { Observer, Sight } from './observer.js';
import { observers } from './observers/index.js';
import type { Seen } from './seen.js';

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
  const reading = readingOf(question, options);
  return {
    reading: reading?.name ?? '',
    says: reading?.says ?? noReading(inWords(options)),
    options,
    assumed: agree(options, assumed),
    first,
  };
}

/** The same sights once, with their number; what contradicts comes first, then what was seen most often. */
function summed(sights: readonly Sight[], question: OpenQuestion, assumed: Profile): DriftShown[] {
  const all = new Map<string, DriftShown>();
  for (const sight of sights) {
    const one = shownBy(sight, question, assumed);
    const key = `${one.reading} ${one.says.en} ${one.assumed}`;
    const known = all.get(key);
    all.set(
      key,
      known
        ? { ...known, options: { ...known.options, ...one.options }, count: known.count + 1 }
        : { ...one, count: 1 },
    );
  }
  return [...all.values()].toSorted((a, b) => Number(a.assumed) - Number(b.assumed) || b.count - a.count);
}

function verdictOf(shown: readonly DriftShown[]): QuestionVerdict {
  if (shown.some(({ assumed }) => !assumed)) return 'contradicted';
  return shown.length > 0 ? 'confirmed' : 'not-seen';
}

/** What the exchanges say about every open question, under the options that are assumed. */
export function questionsIn(all: readonly Seen[], assumed: Profile): readonly DriftQuestion[] {
  return openQuestions.map((question) => {
    const observer: Observer | undefined = observers[questionKey(question)];
    const shown = summed(observer?.observe(all) ?? [], question, assumed);
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
