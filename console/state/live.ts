import { after } from '../browser.js';
import { askControl, controlToken, tokenWanted } from './control.js';
import { createEventReader, type StreamEvent } from './event-stream.js';
import { createSignal } from './signal.js';

/** Whether the page is told of changes as they happen. */
export const connection = createSignal<'connecting' | 'live' | 'lost'>('connecting');

/** Grows when the state has changed, so that what is shown is asked for again. */
export const stateVersion = createSignal(0);

/** Milliseconds until the next try after the connection was lost. */
const patienceMs = [500, 1000, 2000, 5000];

let lastSeen = '';

function take({ event, id }: StreamEvent): void {
  if (id !== '') lastSeen = id;
  if (event === 'state') stateVersion.set(stateVersion.get() + 1);
}

/** Reads the stream until it ends; true when it had begun. */
async function listen(): Promise<boolean> {
  const from = lastSeen === '' ? '' : `?after=${lastSeen}`;
  const response = await askControl(`/control/v1/journal/live${from}`, {
    headers: { accept: 'text/event-stream' },
  });
  if (!response.ok || response.body === null) return false;
  connection.set('live');
  // What changed while nobody listened.
  stateVersion.set(stateVersion.get() + 1);
  const read = createEventReader();
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return true;
    for (const event of read(value)) take(event);
  }
}

/** Follows the mock for as long as the page is open. */
export function follow(failures = 0): void {
  const again = (begun: boolean) => {
    connection.set('lost');
    if (!begun && tokenWanted.get()) {
      const stop = controlToken.watch(() => {
        stop();
        follow();
      });
      return;
    }
    const next = begun ? 0 : failures + 1;
    after(patienceMs[Math.min(next, patienceMs.length - 1)] ?? 0, () => follow(next));
  };
  listen().then(again, () => again(false));
}
