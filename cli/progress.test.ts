import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Language } from '../contract/texts/language.js';
import { announced, started } from '../steps/run/envelopes.testing.js';
import { scenario } from '../steps/run/run.testing.js';
import { createProgress } from './progress.js';

function terminal(more: { isTTY: boolean; columns: number }, language: Language = 'en') {
  let text = '';
  const out = { ...more, write: (item: string) => (text += item) } as unknown as NodeJS.WriteStream;
  return { progress: createProgress(out, language), text: () => text };
}

const step16 = (progress: ReturnType<typeof createProgress>, ids: readonly string[]) => {
  progress.pass('dcm');
  for (const envelope of ids.flatMap((id) => announced(id, []))) progress.message(envelope);
  for (const id of ids) {
    progress.message(started(id));
    progress.scenario(scenario({ step: 16, id }));
  }
  progress.end();
};

describe('progress', () => {
  it('moves with every scenario on a terminal, in a line that is gone when the step is over', () => {
    const { progress, text } = terminal({ isTTY: true, columns: 60 });
    step16(progress, ['S16-01', 'S16-02', 'S16-03']);
    for (const place of ['1/3 scenario S16-01', '2/3 scenario S16-02', '3/3 scenario S16-03']) {
      expect(text()).toContain(place);
    }
    const left = text()
      .split('\n')
      .map((line) => line.split('\r\u001b[2K').at(-1) ?? '');
    expect(left.join('\n')).not.toContain('scenario S16');
    for (const line of left) expect(stripVTControlCharacters(line).length).toBeLessThanOrEqual(60);
  });

  it.each([
    ['en', "     about 18 min left at the bank's pace: 900 ms per request, 3.0 s per act\n"],
    ['uk', '     залишилося близько 18 хв, якщо банк не змінить темпу: 900 мс на запит, 3,0 с на дію\n'],
  ] as const)('says how long the rest takes, in %s', (language, line) => {
    const { progress, text } = terminal({ isTTY: false, columns: 100 }, language);
    progress.pace({ leftMs: 1_080_000, questionMs: 900, actMs: 3000 });
    expect(text()).toBe(line);
  });

  it('is rows only where nobody watches', () => {
    const { progress, text } = terminal({ isTTY: false, columns: 100 });
    step16(progress, ['S16-01', 'S16-02']);
    expect(text()).not.toContain('\u001b');
    expect(text().trimEnd().split('\n')).toHaveLength(2);
  });
});
