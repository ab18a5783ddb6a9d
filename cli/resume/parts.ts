import type { Envelope } from '@cucumber/messages';
import { type Chapter, type Heard, noPast } from '../../mock-server/chronicle.js';
import type { CheckRecord } from '../../steps/checks/record.js';
import type { Exchange } from '../../steps/exchange.js';
import type { ScenarioRun } from '../../steps/run/scenario-run.js';
import type { AnswerTime, Scheme } from '../../steps/stage.js';
import type { WalkState } from '../../steps/walk/memory.js';

/** What was recorded in a run, in lists that only grow. Contains secrets. */
export interface Said {
  /** Finished scenarios, carried over or not. */
  readonly scenarios: readonly ScenarioRun[];
  readonly messages: readonly Envelope[];
  readonly measured: readonly AnswerTime[];
  readonly refusals: readonly Exchange[];
  readonly secrets: readonly string[];
  readonly ordersAmiss: readonly { readonly after: number; readonly last: number | null }[];
}

/** Checks that failed in an interrupted scenario: running it again does not undo them. */
export interface Spoiled {
  readonly scheme: Scheme;
  readonly place: string;
  readonly checks: readonly CheckRecord[];
}

type Confirms = WalkState['maps'][string];

/** The content of one line of the file: what is new since the line before it. */
export type Part =
  | {
      readonly kind: 'begun';
      readonly at: string;
      readonly agent: string;
      readonly port: number;
      readonly seed: string;
    }
  | { readonly kind: 'resumed'; readonly at: string }
  /** Between two scenarios. */
  | (Said & {
      readonly kind: 'kept';
      readonly mock: Chapter;
      readonly walk: WalkState;
      /** Configured customers that are used up. */
      readonly customers: number;
      /** The scenario that begins next; empty after the last one. */
      readonly next: string;
      /** Milliseconds since this process started or resumed the run. */
      readonly ms: number;
    })
  /** In the middle of a scenario, when the run ended early: what the bank did counts, its consequences do not. */
  | (Omit<Said, 'scenarios' | 'messages'> & {
      readonly kind: 'interrupted';
      readonly mock: Heard;
      readonly confirms: Confirms;
      readonly spoiled: readonly Spoiled[];
      readonly ms: number;
    });

/** A run that ended early, as another process can resume it. */
export interface Earlier extends Said {
  readonly begunAt: string;
  /** When it was resumed earlier. */
  readonly resumedAt: readonly string[];
  readonly agent: string;
  readonly port: number;
  readonly seed: string;
  readonly mock: Chapter;
  readonly walk: WalkState;
  readonly customers: number;
  readonly spoiled: readonly Spoiled[];
  /** Scenarios that were interrupted. */
  readonly runAgain: readonly string[];
  readonly ms: number;
}

const atFirst: Earlier & { readonly next: string; readonly session: number } = {
  begunAt: '',
  resumedAt: [],
  agent: '',
  port: 0,
  seed: '',
  mock: noPast,
  walk: { made: {}, counts: {}, maps: {} },
  customers: 0,
  scenarios: [],
  messages: [],
  measured: [],
  refusals: [],
  secrets: [],
  ordersAmiss: [],
  spoiled: [],
  runAgain: [],
  ms: 0,
  next: '',
  session: 0,
};

/** Name of the map in which the walk counts the confirmations that it has ordered. */
const confirmsOrdered = 'confirmsOrdered';

type SoFar = typeof atFirst;

const heardOf = (soFar: SoFar, part: Omit<Said, 'scenarios' | 'messages'> & { readonly mock: Heard }) => ({
  mock: { ...soFar.mock, ...part.mock, entries: [...soFar.mock.entries, ...part.mock.entries] },
  measured: [...soFar.measured, ...part.measured],
  refusals: [...soFar.refusals, ...part.refusals],
  secrets: [...soFar.secrets, ...part.secrets],
  ordersAmiss: [
    ...soFar.ordersAmiss,
    // One in progress lasts until the end of what was recorded.
    ...part.ordersAmiss.map(({ after, last }) => ({ after, last: last ?? part.mock.last })),
  ],
});

/** A process has ended: its time counts, and the scenario in progress is run again. */
const over = (soFar: SoFar): SoFar => ({
  ...soFar,
  ms: soFar.ms + soFar.session,
  session: 0,
  runAgain: soFar.next === '' ? soFar.runAgain : [...soFar.runAgain, soFar.next],
  next: '',
});

function follow(soFar: SoFar, part: Part): SoFar {
  switch (part.kind) {
    case 'begun':
      return { ...soFar, begunAt: part.at, agent: part.agent, port: part.port, seed: part.seed };
    case 'resumed':
      return { ...over(soFar), resumedAt: [...soFar.resumedAt, part.at] };
    case 'kept': {
      const heard = heardOf(soFar, part);
      return {
        ...soFar,
        ...heard,
        mock: { ...heard.mock, commits: [...soFar.mock.commits, ...part.mock.commits] },
        walk: part.walk,
        customers: part.customers,
        scenarios: [...soFar.scenarios, ...part.scenarios],
        messages: [...soFar.messages, ...part.messages],
        next: part.next,
        session: part.ms,
      };
    }
    case 'interrupted': {
      const maps = { ...soFar.walk.maps, [confirmsOrdered]: part.confirms };
      return {
        ...soFar,
        ...heardOf(soFar, part),
        walk: { ...soFar.walk, maps },
        spoiled: [...soFar.spoiled, ...part.spoiled],
        session: part.ms,
      };
    }
  }
}

/** All parts of a run, merged. */
export const earlierOf = (parts: readonly Part[]): Earlier => over(parts.reduce(follow, atFirst));
