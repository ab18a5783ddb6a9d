import type { Counterparty } from '../../contract/control/counterparties.js';
import type { Language } from '../../contract/texts/language.js';
import { Blocked } from '../../steps/blocked.js';
import { type OfficerAct, officerTexts } from './officer-texts.js';

/** What officers of DCM do on a stage: a person is told what to ask them for, and it is awaited as it is seen from outside. */

export interface OfficersOptions {
  readonly say: (text: string) => void;
  readonly language: Language;
  /** Seconds for which one act is waited for. */
  readonly timeoutS: number;
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
}

/** Milliseconds between two looks: a stage is shared. */
const lookEveryMs = 1000;

export function createOfficers({ say, language, timeoutS, now, wait }: OfficersOptions) {
  const texts = officerTexts[language];

  return {
    /** Says once what DCM has to know of the bank. */
    async onboard(counterparty: Counterparty): Promise<void> {
      say(texts.onboard(counterparty));
    },

    /**
     * Tells the person, unless it is there already, and waits.
     * @throws {Blocked} when it has not come in time
     */
    async until<Found>(
      act: OfficerAct,
      about: Readonly<Record<string, string>>,
      look: () => Promise<Found | undefined>,
    ): Promise<Found> {
      const before = await look();
      if (before !== undefined) return before;
      say(texts.asks(act, about, timeoutS));
      for (const end = now() + timeoutS * 1000; now() < end; ) {
        await wait(lookEveryMs);
        const found = await look();
        if (found !== undefined) {
          say(texts.seen(act));
          return found;
        }
      }
      throw new Blocked(`${officerTexts.en.what(act, about)}: not seen within ${timeoutS} s`);
    },
  };
}

export type Officers = ReturnType<typeof createOfficers>;
