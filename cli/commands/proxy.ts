import { maskedUrl } from '../../contract/masked-url.js';
import { said, UsageError } from '../../contract/texts/said.js';
import { withoutSlash } from '../../contract/without-slash.js';
import { ListenError } from '../../mock-server/listen.js';
import { startMock } from '../../mock-server/start.js';
import { loadConfig } from '../config/load.js';
import { stopSignal, whenCutShort } from '../end/early.js';
import { inColor } from '../in-color.js';
import { languageOf } from '../language.js';
import { linesOf } from '../logs/lines.js';
import { portOf } from '../port.js';
import { feedTo } from '../proxy/feed.js';
import { openProxy } from '../proxy/open.js';
import { proxyWords } from '../proxy/words.js';

export interface ProxyCommand {
  readonly upstream?: string;
  readonly config?: string;
  readonly port: string;
  readonly host: string;
  readonly reverse?: string;
  readonly record?: string;
  readonly allowHost: readonly string[];
  /** Port of the console. */
  readonly console?: string;
  readonly json?: boolean;
  readonly lang?: string;
}

/** `dcm proxy`: passes requests on, and records and judges them, until it is stopped. */
export async function proxy(options: ProxyCommand): Promise<number> {
  const language = languageOf(options.lang);
  const { upstream, config: file, reverse } = options;
  if (file === undefined || (upstream === undefined && reverse === undefined)) throw new UsageError(needed);
  const stage = upstream === undefined ? undefined : upstreamOf(upstream);
  const port = portOf('--port', options.port);
  const back = reverse === undefined ? undefined : portOf('--reverse', reverse);
  const loaded = await loadConfig(file);
  const how = { language, color: inColor() };
  const stopped = stopSignal();
  const pages = await openConsole(options.console);
  const feed = pages && feedTo(pages.mock.journal, loaded.config.stage?.counterparty_guid ?? '');
  const opened = openProxy(loaded, {
    upstream: stage,
    host: options.host,
    port,
    reversePort: back,
    record: options.record,
    allowHost: options.allowHost,
    language,
    shown(exchange) {
      feed?.(exchange);
      // After the response: the terminal may be slow.
      setImmediate(() => console.log(options.json ? JSON.stringify(exchange) : linesOf(exchange, how)));
    },
  });
  const running = await opened.catch(async (error) => {
    // A console that still listens would keep the command from ending.
    await pages?.close();
    throw error;
  });
  const close = async () => {
    await running.close();
    await pages?.close();
  };
  const past = whenCutShort({ close });
  const consoleUrl = pages && `${pages.url}/console`;
  const facts = {
    url: running.forwardUrl,
    reverse_url: running.reverseUrl,
    recording: running.file,
    console: consoleUrl,
  };
  const banner = [
    ...running.lines,
    ...(consoleUrl === undefined ? [] : [proxyWords[language].console(consoleUrl)]),
    '',
    proxyWords[language].stop,
  ];
  console.log(options.json ? JSON.stringify(facts) : banner.join('\n'));
  await stopped;
  await close();
  past();
  if (!options.json) console.log(running.ended());
  return 0;
}

/** The console of a mock that shows only its journal, on loopback. @throws {UsageError} */
async function openConsole(given: string | undefined) {
  if (given === undefined) return undefined;
  const port = portOf('--console', given);
  try {
    return await startMock({ port, shows: 'journal' });
  } catch (error) {
    if (!(error instanceof ListenError)) throw error;
    throw new UsageError(
      said(
        `--console ${port}: another program may be listening there; choose another port, or 0 for any free one`,
        `--console ${port}: там, можливо, слухає інша програма; укажіть інший порт або 0, щоб узяти будь-який вільний`,
      ),
    );
  }
}

const needed = said(
  'expected --config, and --upstream or --reverse or both, e.g. dcm proxy --upstream https://api-bank1-integrate.example --config bank.yaml',
  'очікувано --config, а також --upstream чи --reverse або обидва, наприклад dcm proxy --upstream https://api-bank1-integrate.example --config bank.yaml',
);

/** @throws {UsageError} */
function upstreamOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const plain = url && url.search + url.hash + url.username + url.password === '';
  if (plain && /^https?:$/.test(url.protocol)) return withoutSlash(url.href);
  throw new UsageError(
    said(
      `--upstream ${maskedUrl(text)}: expected a URL such as https://api-bank1-integrate.example, without a query, fragment or credentials`,
      `--upstream ${maskedUrl(text)}: очікувано URL на зразок https://api-bank1-integrate.example, без параметрів запиту, фрагмента й облікових даних`,
    ),
  );
}
