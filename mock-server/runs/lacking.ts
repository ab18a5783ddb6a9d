import type { RunHead } from '../../contract/control/run-parts.js';

type Lacking = 'result' | 'report' | 'archive';

/** Why a run does not have something, and what to do about it. */
export const lacking = (run: RunHead, what: Lacking): string =>
  `run ${run.id} has no ${what}: ${reasonOf(run, what)}`;

function reasonOf({ id, state, note, verdict }: RunHead, what: Lacking): string {
  switch (state) {
    case 'queued':
      return `it waits for its turn; to wait for its end: dcm runs watch ${id}`;
    case 'running':
      return `it is still running; to wait for its end: dcm runs watch ${id}`;
    case 'stopped':
      return 'it was stopped; run it again';
    case 'ended-early':
      return `it ended early: ${note}; run it again`;
    case 'finished':
      return what === 'result' && verdict !== undefined
        ? 'the one that it handed over cannot be read by this version; run it again'
        : 'it handed over none; run it again';
  }
}
