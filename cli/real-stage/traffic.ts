import type { Language } from '../../contract/texts/language.js';
import { createJournal, type Journal } from '../../mock-server/journal/journal.js';
import { systemTimers } from '../../mock-server/system.js';
import type { LoadedConfig } from '../config/load.js';
import { feedTo } from '../proxy/feed.js';
import { openProxy } from '../proxy/open.js';
import type { StageBlock } from './facts.js';

/** What passes between the bank and the stage, and where the bank reaches the stage so that it passes there. */
export interface Traffic {
  readonly url: string;
  /** Whether DCM's requests to the bank pass, too. */
  readonly bothWays: boolean;
  readonly journal: Journal;
  close(): Promise<void>;
}

export interface TrafficOptions {
  readonly record: string | undefined;
  readonly allowHost: readonly string[];
  readonly language: Language;
  /** Shows a person where to send requests. */
  readonly say: (text: string) => void;
}

/** Exchanges that a walk can look back at. */
const capacity = 10_000;

/** A proxy between the bank and the stage, whose exchanges are in a journal as on the mock. */
export async function openTraffic(
  loaded: LoadedConfig,
  block: StageBlock,
  { record, allowHost, language, say }: TrafficOptions,
): Promise<Traffic> {
  const journal = createJournal({ capacity, timers: systemTimers });

  const proxy = await openProxy(loaded, {
    upstream: block.url,
    host: loaded.config.dcm.host,
    port: block.port,
    reversePort: block.reverse_port,
    record,
    allowHost,
    language,
    shown: feedTo(journal, block.counterparty_guid),
  });
  say(proxy.lines.join('\n'));
  return {
    url: proxy.forwardUrl ?? '',
    bothWays: proxy.reverseUrl !== undefined,
    journal,
    async close() {
      await proxy.close();
      say(proxy.ended());
      journal.close();
    },
  };
}
