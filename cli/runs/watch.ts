import {
  isOver,
  type Run,
  type RunHead,
  type RunScenario,
  runEvent,
} from '../../contract/control/run-parts.js';
import { eventsIn } from '../logs/event-stream.js';
import { openStream, textsOf } from '../logs/follow.js';
import type { RunningMock } from '../running-mock.js';

export interface Watching {
  /** Nobody watches any longer. */
  readonly stopped: Promise<unknown>;
  /** A scenario has ended. */
  readonly scenario: (scenario: RunScenario) => void;
  /** It is told once, also if the run ends at once. */
  readonly began: (run: RunHead) => void;
}

const keyOf = ({ id, scheme }: RunScenario): string => `${id} ${scheme}`;

/**
 * Follows a run to its end, by the stream of events of the mock.
 * @returns the run when it is over; undefined if the stream ended before
 */
export async function watchToEnd(
  { baseUrl, headers, control }: RunningMock,
  id: number,
  { scenario: heard, began, stopped }: Watching,
): Promise<Run | undefined> {
  const params = { id };
  const stream = await openStream(baseUrl, headers);
  let left = false;
  void stopped.then(() => {
    left = true;
    stream.destroy();
  });
  const told = new Set<string>();
  const tell = (scenario: RunScenario): void => {
    if (scenario.verdict === undefined || told.has(keyOf(scenario))) return;
    told.add(keyOf(scenario));
    heard(scenario);
  };
  const look = async (): Promise<Run> => {
    const run = await control.getRun({ params });
    for (const scenario of run.scenarios) tell(scenario);
    return run;
  };
  try {
    // After the stream was opened: nothing is missed between the two.
    const first = await look();
    began(first);
    if (isOver(first)) return first;
    for await (const { event, data } of eventsIn(textsOf(stream))) {
      if (event !== 'run') continue;
      const { run, scenario } = runEvent.parse(JSON.parse(data));
      if (run.id !== id) continue;
      if (scenario) tell(scenario);
      if (isOver(run)) return await look();
    }
    return undefined;
  } catch (error) {
    // The stream was destroyed here.
    if (left) return undefined;
    throw error;
  } finally {
    stream.destroy();
  }
}
