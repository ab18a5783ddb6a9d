import { type Driver, DriverError } from './driver.js';
import type { ManualTexts } from './manual-texts.js';
import type { Watch } from './watch.js';

/** What a person can signal with a key while the harness waits: more time, or that it cannot be done. */
export type Word = 'more' | 'cannot';

/** Listens for keys until the returned function is called. */
export type Hear = (listener: (word: Word) => void) => () => void;

/** The operator reported that the bank cannot do it. */
export class CannotBeDone extends DriverError {
  override name = 'CannotBeDone';
  constructor(act: Parameters<Driver['act']>[0]) {
    super(`act ${act}: the operator reported that the bank cannot do it`);
  }
}

export interface PersonOptions {
  readonly say: (text: string) => void;
  readonly hear: Hear;
  readonly texts: ManualTexts;
  readonly timeoutS: number;
  readonly now: Watch['now'];
}

/** Fractions of the time limit after which a person is reminded. */
const reminders = [1 / 2, 5 / 6];

/** Waits for a person up to the time limit, with reminders, and listens for keys. */
export function createPerson({ say, hear, texts, timeoutS, now }: PersonOptions) {
  const timeoutMs = timeoutS * 1000;

  return {
    /**
     * @param look looks for it once, and takes a while over it; undefined when it is not there yet
     * @returns undefined when it has not come in time
     * @throws {CannotBeDone}
     */
    async waitFor<Found>(
      act: Parameters<Driver['act']>[0],
      look: () => Promise<Found | undefined>,
    ): Promise<Found | undefined> {
      let until = now() + timeoutMs;
      let due = reminders.map((part) => until - timeoutMs * (1 - part));
      let cannot = false;
      const unhear = hear((word) => {
        if (word === 'cannot') {
          cannot = true;
          return;
        }
        until += timeoutMs;
        due = reminders.map((part) => until - timeoutMs * (1 - part));
        say(texts.left(until - now()));
      });
      try {
        while (now() < until) {
          const found = await look();
          if (found !== undefined) return found;
          if (cannot) throw new CannotBeDone(act);
          const [next] = due;
          if (next === undefined || now() < next || now() >= until) continue;
          due = due.filter((moment) => moment > now());
          say(`${texts.reminder} ${texts.left(until - now())} ${texts.keys}`);
        }
        return undefined;
      } finally {
        unhear();
      }
    },
  };
}
