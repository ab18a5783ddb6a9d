import type { JournalEntry, JournalHead } from '../../contract/control/journal.js';
import { type EntryFilter, entryCondition, entryFilter } from '../../contract/entry-filter.js';
import { inOurWords } from '../../contract/in-our-words.js';
import { bilingual, type Language } from '../../contract/texts/language.js';
import { said, UsageError } from '../../contract/texts/said.js';
import { inUkrainian, partInUkrainian } from '../../contract/texts/said-by-dcm/index.js';
import { flushed, showsOnly, stopSignal } from '../end/early.js';
import { inColor } from '../in-color.js';
import { languageOf } from '../language.js';
import { follow } from '../logs/follow.js';
import { writeHar } from '../logs/har-file.js';
import { linesOf } from '../logs/lines.js';
import { newestOf } from '../logs/newest.js';
import { unreadable } from '../logs/unreadable.js';
import { type RunningMockOptions, runningMock } from '../running-mock.js';

export interface LogsCommand extends RunningMockOptions {
  readonly follow?: boolean;
  readonly limit: string;
  readonly direction?: string;
  readonly operation?: string;
  readonly status?: string;
  readonly rule?: string;
  readonly counterparty?: string;
  readonly text?: string;
  readonly json?: boolean;
  /** File for the exchanges as HAR, instead of printing them. */
  readonly har?: string;
  readonly lang?: string;
}

const texts = bilingual(
  {
    missed: 'some exchanges were missed: they came faster than they could be read',
    ended: (why: string) => `the mock has ended the journal${why}`,
    nothing: 'no exchange matches',
    written: (count: number, file: string) => `${count} exchanges in ${file}`,
  },
  {
    missed: 'частину обмінів пропущено: вони надходили швидше, ніж їх можна було прочитати',
    ended: (why) => `імітатор завершив журнал${why}`,
    nothing: 'жоден обмін не відповідає умовам',
    written: (count, file) => `обмінів: ${count}, файл: ${file}`,
  },
);

/** `dcm logs`: the journal of a running mock, one line per exchange, with findings below. Returns the exit code. */
export async function logs(options: LogsCommand): Promise<number> {
  const language = languageOf(options.lang);
  showsOnly();
  const signal = options.follow === true ? stopSignal() : undefined;
  const filter = filterOf(options);
  const limit = limitOf(options.limit);
  const { baseUrl, headers, control } = await runningMock(options);
  const cannotBeRead = (error: unknown) => {
    throw unreadable(baseUrl, error);
  };
  if (options.har !== undefined) {
    const whole = await newestOf(
      (portion) => control.listWholeEntries({ query: { ...filter, ...portion } }),
      limit,
    ).catch(cannotBeRead);
    await writeHar(options.har, baseUrl, whole.entries);
    console.log(texts[language].written(whole.entries.length, options.har));
    return 0;
  }
  const { entries: heads, first } = await newestOf(
    (portion) => control.listEntries({ query: { ...filter, ...portion } }),
    limit,
  ).catch(cannotBeRead);
  const print = printer(options.json === true, language);
  const whole = async (head: JournalHead): Promise<JournalEntry | undefined> => {
    const found = await control.getEntry({ params: { seq: head.seq } }).catch(() => undefined);
    return found?.entry;
  };
  for (const head of heads.toReversed()) await whole(head).then(print);
  if (signal === undefined) {
    if (heads.length === 0 && options.json !== true) console.log(texts[language].nothing);
    await flushed();
    return 0;
  }
  const following = await follow(baseUrl, headers, first.last);
  const stopped = signal.then(() => {
    following.close();
    return 'stopped' as const;
  });
  const wanted = entryCondition<JournalHead>(filter, wordsOf);
  let why = '';
  const ended = (async () => {
    for await (const heard of following.heard) {
      if ('ends' in heard)
        why = `: ${language === 'uk' ? (inUkrainian(heard.ends) ?? heard.ends) : heard.ends}`;
      else if ('missed' in heard) console.error(texts[language].missed);
      else if (wanted(heard.head)) print(await whole(heard.head));
    }
    return 'ended' as const;
  })();
  if ((await Promise.race([stopped, ended])) === 'stopped') return 0;
  console.error(`dcm: ${texts[language].ended(why)}`);
  return 3;
}

/** The searched parts of an entry that has just come; the mock filters those before it. */
const wordsOf = ({ url, operation, reason, error, findings }: JournalHead): string =>
  [url, operation, reason, error, ...findings.map(({ rule }) => rule)].join('\n');

function printer(json: boolean, language: Language) {
  const color = inColor();
  // Whoever reads a pipe may want whole lines.
  const width = process.stdout.isTTY === true ? process.stdout.columns : undefined;
  return (entry: JournalEntry | undefined): void => {
    if (entry === undefined) return;
    console.log(json ? JSON.stringify(entry) : linesOf(entry, { language, color, width, ids: true }));
  };
}

/** @throws {UsageError} */
function filterOf({ direction, operation, status, rule, counterparty, text }: LogsCommand): EntryFilter {
  const given = { direction, operation, status, rule, counterparty_guid: counterparty, text };
  const parsed = entryFilter.safeParse(
    Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    inOurWords,
  );
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const member = String(issue?.path[0]) as keyof typeof given;
  const [option, value] = [member === 'counterparty_guid' ? 'counterparty' : member, given[member]];
  const problem = issue?.message ?? '';
  // Of a word that is none of the right ones the problem says which it was.
  const name = problem.endsWith(`, not ${value}`) ? `--${option}` : `--${option} ${value}`;
  throw new UsageError(said(`${name}: ${problem}`, `${name}: ${partInUkrainian(problem) ?? problem}`));
}

/** @throws {UsageError} */
function limitOf(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= 10_000) return limit;
  throw new UsageError(
    said(
      `--limit ${text}: expected a number from 1 to 10000`,
      `--limit ${text}: очікувано число від 1 до 10000`,
    ),
  );
}
