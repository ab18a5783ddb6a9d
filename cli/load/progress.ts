import type { LoadStage } from '../../contract/load.js';
import type { Language } from '../../contract/texts/language.js';
import type { WireTime } from '../../contract/wire/loop.js';
import { stageLine } from '../../reports/load/summary.js';
import { loadTexts } from '../../reports/load/texts.js';
import { rateText, shareText, timeText } from '../../reports/load/words.js';
import { clip } from '../../reports/text.js';
import type { LoadProgress } from './session.js';

/** Clears the current line of a terminal. */
const clearLine = '\r\u001b[2K';
/** Milliseconds between two lines: one that is replaced on a terminal, a new one elsewhere. */
const everyMs = { terminal: 1000, elsewhere: 10_000 } as const;

/** Prints how the bank does while it is measured, and a line for each rate. */
export function createLoadProgress(
  out: NodeJS.WriteStream,
  language: Language,
  time: WireTime,
): LoadProgress & { preparing(): void; stop(): void } {
  const t = loadTexts[language];
  const live = out.isTTY === true;
  let cancel = () => {};
  let running = false;

  function show(text: string): void {
    if (live) out.write(`${clearLine}${clip(text, Math.max(20, (out.columns ?? 100) - 1))}`);
    else out.write(`${text}\n`);
  }

  function tick(soFar: () => LoadStage, begunAt: number): void {
    cancel = time.after(live ? everyMs.terminal : everyMs.elsewhere, () => {
      if (!running) return;
      const { all, rate, seconds } = soFar();
      const passed = Math.round((time.now() - begunAt) / 1000);
      const figures = `${t.figures.inTime} ${shareText(all)}, ${t.figures.p99} ${timeText(all.p99_ms)}`;
      show(`  ${passed}/${rateText(seconds)} s, ${rateText(rate)}/s: ${figures}`);
      tick(soFar, begunAt);
    });
  }

  function stop(): void {
    running = false;
    cancel();
    if (live) out.write(clearLine);
  }

  return {
    preparing: () => show(t.preparing),
    begun({ rate, seconds }, soFar) {
      show(t.measuring(rateText(rate), rateText(seconds)));
      running = true;
      tick(soFar, time.now());
    },
    ended(stage) {
      stop();
      out.write(`${stageLine(stage, language)}\n`);
    },
    stop,
  };
}
