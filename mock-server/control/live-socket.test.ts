import { afterEach, beforeEach, expect, test } from 'vitest';
import { type RunningMock, startMock } from '../start.js';

/** The stream of events over a socket, as the console reads it. */

let running: RunningMock;
const reading: AbortController[] = [];
beforeEach(async () => {
  running = await startMock({ port: 0, controlToken: 'control-secret' });
});
afterEach(async () => {
  for (const abortController of reading.splice(0)) abortController.abort();
  await running.close();
});

async function open(headers: Record<string, string> = {}, query = '') {
  const stop = new AbortController();
  reading.push(stop);
  const answer = await fetch(`${running.url}/control/v1/journal/live${query}`, {
    headers: { authorization: 'Bearer control-secret', ...headers },
    signal: stop.signal,
  });
  if (!answer.body) throw new Error('the stream has no body');
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    answer,
    stop,
    /** Everything up to the first event that has this in it; the whole when the stream ends. */
    async until(wanted: string): Promise<string> {
      while (!text.includes(wanted)) {
        const { done, value } = await reader.read();
        if (done) return text;
        text += value;
      }
      return text;
    },
  };
}

const ask = (path: string) => fetch(running.url + path);

test('an entry comes while the request for it is still fresh, and one who comes back gets what was missed', async () => {
  const stream = await open();
  expect(stream.answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  await stream.until('as it happens');
  await ask('/api/v1/first');
  expect(await stream.until('"url":"/api/v1/first"')).toContain('id: 1\nevent: entry\n');
  stream.stop.abort();
  await ask('/api/v1/second');
  await ask('/api/v1/third');
  const again = await open({ 'last-event-id': '1' });
  expect(await again.until('/api/v1/third')).toMatch(/id: 2\n.*second.*id: 3\n.*third/s);
  const byQuery = await open({}, '?after=2');
  expect(await byQuery.until('/api/v1/third')).not.toContain('/api/v1/second');
});

test('a change of the state is reported; reading, or a page of the journal, is not a change', async () => {
  const headers = { authorization: 'Bearer control-secret', 'content-type': 'application/json' };
  const send = (path: string, body: object) =>
    fetch(`${running.url}/control/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  const stream = await open();
  await stream.until('as it happens');
  await send('/journal/search', {});
  await fetch(`${running.url}/control/v1/journal/entries`, { headers });
  await fetch(`${running.url}/control/v1/recons`, { headers });
  await ask('/api/v1/first');
  expect(await stream.until('/api/v1/first')).not.toContain('event: state');
  await send('/clock', { forward_s: 1 });
  expect(await stream.until('event: state')).toContain('event: state\ndata: {}\n\n');
});

test('the stream ends when the mock is closed, and does not hold it up', async () => {
  const stream = await open();
  await stream.until('as it happens');
  await running.close();
  expect(await stream.until('never')).toContain('as it happens');
});
