import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { printable } from '../../contract/printable.js';
import { readJson } from '../../contract/read-json.js';
import { result } from '../../contract/result.js';
import type { Language } from '../../contract/texts/language.js';
import { errorIn, said, UsageError } from '../../contract/texts/said.js';
import { proves, statementDifferences, statementOf } from '../../reports/statement.js';
import { languageOf } from '../language.js';
import { openStatement } from '../statement/jws.js';
import { makeStatementKey, readStatementKey } from '../statement/keys.js';
import { suiteDigests } from '../statement/suite.js';
import { statementWords } from '../statement/words.js';

type Words = (typeof statementWords)['en'];

/** `dcm statement key FILE`: creates a key pair for signing statements. */
export async function statementKey(file: string, options: { readonly lang?: string } = {}): Promise<number> {
  const words = statementWords[languageOf(options.lang)];
  const { publicFile, kid } = await makeStatementKey(file);
  for (const line of words.key(file, publicFile, kid)) console.log(line);
  return 0;
}

/**
 * `dcm statement verify FILE`: returns 0 if the signature is valid and the reports next to it give the same statement
 * again, 1 if anything was changed. @throws {UsageError} if there is nothing to verify
 */
export async function verifyStatement(
  file: string,
  options: { readonly key?: string; readonly lang?: string },
): Promise<number> {
  const language = languageOf(options.lang);
  const words = statementWords[language];
  const trusted = options.key === undefined ? undefined : await readStatementKey(options.key, 'public');
  const jws = await readFile(file, 'utf8').catch((error: Error) => {
    throw new UsageError(
      said(`${file}: cannot be read: ${error.message}`, `${file}: файл не читається: ${error.message}`),
    );
  });
  const opened = await openStatement(jws, trusted).catch((error: Error) => error);
  if (opened instanceof Error) return refused(file, [errorIn(opened, language)], words);
  const { statement, kid } = opened;
  const changes = await changesOf(statement, dirname(file), words);
  if (changes.length > 0) return refused(file, changes, words);
  console.log(words.holds(file));
  console.log(
    printable(
      `  ${words.verdict(statement.verdict, statement.exit_code, statement.target, statement.started_at)}`,
    ),
  );
  for (const [label, value] of narrowed(statement)) console.log(`  ${label}: ${printable(value)}`);
  const shownKid = printable(String(kid));
  console.log(`  ${trusted ? words.trustedKey(shownKid) : words.ownKey(shownKid)}`);
  if (trusted === undefined) console.log(words.anyoneCanSign);
  console.log(printable(`! ${inLanguage(statement.proves, language)}`));
  return 0;
}

/** The signed sentence is English; one of this version has a translation. */
const inLanguage = (signed: unknown, language: Language) =>
  signed === proves.en ? proves[language] : signed;

/** What narrows the verdict, as in the statement. */
function narrowed(statement: Readonly<Record<string, unknown>>): [string, string][] {
  return (['selection', 'switched_off', 'profile_changes', 'waivers'] as const)
    .map((name): [string, string] => [name, JSON.stringify(statement[name])])
    .filter(([, value]) => value !== '[]' && value !== '""');
}

async function changesOf(
  statement: Readonly<Record<string, unknown>>,
  folder: string,
  words: Words,
): Promise<string[]> {
  const names = Object.keys((statement.files ?? {}) as object).map((name) => basename(name));
  const texts: Record<string, string> = {};
  const missing: string[] = [];
  for (const name of names) {
    try {
      texts[name] = await readFile(join(folder, name), 'utf8');
    } catch {
      missing.push(words.missing(name));
    }
  }
  if (missing.length > 0) return missing;
  const tree = result.safeParse(readJson(texts['result.json'] ?? ''));
  if (!tree.success) return [words.notAResult];
  return statementDifferences(statement, statementOf(tree.data, texts, await suiteDigests())).map(
    ({ path, signed, now }) => {
      if (path.startsWith('files.')) return words.changedFile(path.slice('files.'.length));
      if (path.startsWith('digests.')) return words.otherSuite(path.slice('digests.'.length));
      return words.differs(path, signed, now);
    },
  );
}

function refused(file: string, reasons: readonly string[], words: Words): number {
  console.log(words.fails(file));
  for (const reason of reasons) console.log(`  ${reason}`);
  return 1;
}
