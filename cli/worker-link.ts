import cluster from 'node:cluster';
import { systemTimers } from '../mock-server/system.js';

/** What ties a process to the one that has started it, to share a port with others; loaded by every command. */

/** What it tells: that it serves, or why it does not. */
type Told = { readonly serves: true } | { readonly why: string };

/** Resolves when it is sent, or with false if nobody is there to be told. */
const tell = (told: Told): Promise<boolean> =>
  new Promise((resolve) => {
    if (cluster.worker?.isConnected()) cluster.worker.send(told, (error) => resolve(!error));
    else resolve(false);
  });

/** Whether this process shares its port with others that the same command has started. */
export const isWorker = cluster.isWorker;

/** The number of this process among them; undefined if it is alone. */
export const worker = isWorker ? Number(process.env.DCM_WORKER) : undefined;

/** Whether this process speaks for all that the command has started. */
export const isFirst = !cluster.isWorker || process.env.DCM_SPEAKS === '1';

/** Milliseconds between two signs of life. */
export const signEveryMs = 2000;

let stopSigns = () => {};

/** Says that this process serves, and goes on saying so: one that hangs does not. */
export async function tellServing(): Promise<void> {
  if (!(await tell({ serves: true }))) return;
  stopSigns = systemTimers.after(signEveryMs, () => void tellServing());
}

/** Says why this process ends; false if it has to say so itself. */
export const tellFailure = (why: string): Promise<boolean> => tell({ why });

/** Ends the tie, which would keep this process from ending. */
export function leaveOthers(): void {
  stopSigns();
  cluster.worker?.disconnect();
}
