import { type JournalHead, journalHead } from '../../contract/control/journal.js';
import { after, now } from '../browser.js';
import { askControl, controlToken, tokenWanted } from './control.js';
import { createEventReader, type StreamEvent } from './event-stream.js';
import { createSignal } from './signal.js';

/** Whether the page receives changes as they happen; `gone`: the sandbox was removed, so there are none any more. */
export const connection = createSignal<'connecting' | 'live' | 'lost' | 'gone'>('connecting');

/** Since when it does not, in milliseconds of the browser's clock; 0 while it does. */
export const lostSince = createSignal(0);

/** Grows when the state has changed, so that the page reloads its data. */
export const stateVersion = createSignal(0);

/** Milliseconds until the next attempt after the connection was lost. */
const patienceMs = [500, 1000, 2000, 5000];

type Listener = (head: JournalHead) => void;
const listeners = new Set<Listener>();

/** Calls back for each new journal entry until the returned function is called. */
export function watchJournal(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

let lastSeen = '';

const changed = () => stateVersion.set(stateVersion.get() + 1);

const removed = () => {
  connection.set('gone');
  lostSince.set(now());
};

function take({ event, data, id }: StreamEvent): void {
  if (id !== '') lastSeen = id;
  // After a gap, nothing shown can be relied on.
  if (event === 'state' || event === 'gap') changed();
  if (event === 'end' && JSON.parse(data).gone === true) removed();
  if (event === 'entry') {
    const head = journalHead.parse(JSON.parse(data));
    for (const listener of [...listeners]) listener(head);
  }
}

/** Reads the stream until it ends; true if it had begun. */
async function listen(): Promise<boolean> {
  const from = lastSeen === '' ? '' : `?after=${lastSeen}`;
  const response = await askControl(`/control/v1/journal/live${from}`, {
    headers: { accept: 'text/event-stream' },
  });
  if (response.headers.get('dcm-reason') === 'sandbox') removed();
  if (!response.ok || response.body === null) return false;
  connection.set('live');
  lostSince.set(0);
  // Picks up what changed in the meantime.
  changed();
  const read = createEventReader();
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return true;
    for (const event of read(value)) take(event);
  }
}

/** Follows the mock while the page is open. */
export function follow(failures = 0): void {
  const again = (begun: boolean) => {
    if (connection.get() === 'gone') return;
    connection.set('lost');
    if (lostSince.get() === 0) lostSince.set(now());
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
