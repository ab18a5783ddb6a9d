import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Language } from '../../contract/texts/language.js';
import { errorIn, said, UsageError } from '../../contract/texts/said.js';
import { type Settings, settings } from './settings.js';

/** Asks one question; an empty answer means the default. @throws {UsageError} if the person leaves */
export type Ask = (question: string) => Promise<string>;

/** A person at a terminal. */
export interface Person {
  readonly ask: Ask;
  readonly say: (text: string) => void;
  readonly close: () => void;
}

/** Asks line by line; lines that came before their question are kept for it. */
export function personAt(input: Readable, output: Writable): Person {
  const lines = createInterface({ input, output });
  const answers = lines[Symbol.asyncIterator]();
  return {
    async ask(question) {
      lines.setPrompt(question);
      lines.prompt();
      const { value, done } = await answers.next();
      if (!done) return value;
      throw new UsageError(
        said('no more answers: nothing was written', 'відповідей більше немає: нічого не записано'),
      );
    },
    say: (text) => void output.write(`${text}\n`),
    close: () => lines.close(),
  };
}

/** Without a terminal nobody can be asked. */
const nobodyToAsk = (options: readonly string[]) =>
  new UsageError(
    said(
      `this is no terminal, so no one can be asked: add --yes to take the defaults, or ${options.join(', ')}`,
      `це не термінал, тож запитати нікого: додайте --yes, щоб узяти типові значення, або ${options.join(', ')}`,
    ),
  );

async function answerTo(
  setting: (typeof settings)[number],
  usual: string,
  person: Person,
  language: Language,
) {
  for (;;) {
    const answer = (await person.ask(`${setting.asks[language]} [${usual}]: `)).trim() || usual;
    try {
      setting.check(answer);
      return answer;
    } catch (error) {
      person.say(errorIn(error as Error, language));
    }
  }
}

/**
 * All settings: those given, then answers, or defaults with `yes`.
 *
 * @param person who answers; undefined without a terminal
 * @throws {UsageError} if a value is wrong, or is missing and nobody can be asked
 */
export async function settingsFrom(
  given: Partial<Settings>,
  { yes, person, language }: { yes: boolean; person: Person | undefined; language: Language },
): Promise<Settings> {
  for (const { name, check } of settings) {
    const value = given[name];
    if (value !== undefined) check(value);
  }
  const missing = settings.filter(({ name }) => given[name] === undefined);
  if (!yes && person === undefined && missing.length > 0)
    throw nobodyToAsk(missing.map(({ option }) => option));
  const known: { -readonly [Name in keyof Settings]?: string } = { ...given };
  for (const setting of missing) {
    const usual = setting.usual(known);
    known[setting.name] = yes || !person ? usual : await answerTo(setting, usual, person, language);
  }
  return known as Settings;
}
