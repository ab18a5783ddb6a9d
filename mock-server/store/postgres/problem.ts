import { type DatabaseProblem, databaseProblems } from '../../../contract/texts/said-by-dcm/database.js';
import { codeOf } from '../errors.js';

/** The code of an error that says that the server asks for a password and none is given. */
export const noPassword = 'no-password';

/** By the code: five characters are one of PostgreSQL, the others are those of Node. */
const ofCode: readonly (readonly [RegExp, DatabaseProblem])[] = [
  [/^28P01$/, 'password'],
  [/^28...$/, 'stranger'],
  [/^3D000$/, 'missing'],
  [/^53300$/, 'full'],
  [/^53...$/, 'resources'],
  [/^42501$/, 'rights'],
  [/^3F000$/, 'schema'],
  [/^(?:42P07|42P01|42703|42710|42804)$/, 'foreign'],
  [/^25006$/, 'read-only'],
  [/^57P..$/, 'stopping'],
  [/^08...$/, 'lost'],
  [/^(?:ECONNREFUSED|ENOENT)$/, 'refused'],
  [/^(?:ENOTFOUND$|EAI_)/, 'host'],
  [/^(?:ETIMEDOUT$|EHOST|ENET)/, 'silent'],
  [/^(?:ECONN|EPIPE$)/, 'lost'],
  [/CERT|^SELF_SIGNED|^UNABLE_TO|^ERR_(?:TLS|SSL|OSSL)/, 'tls'],
  [new RegExp(`^${noPassword}$`), 'no-password'],
];

/** By the words of the driver, whose errors have no code. */
const ofMessage: readonly (readonly [RegExp, DatabaseProblem])[] = [
  [/^The server does not support SSL/, 'no-tls'],
  [/^There was an error establishing an SSL/, 'tls'],
  [/^SASL/, 'password'],
  [/^timeout |^Query read timeout|due to connection timeout$/, 'silent'],
  [/^Connection terminated|^Client (?:has encountered|was closed)/, 'lost'],
];

/** Those that end with another statement or other tables, not with another try. */
const ofStatements: ReadonlySet<DatabaseProblem> = new Set<DatabaseProblem>([
  ...(['resources', 'rights', 'schema', 'foreign', 'read-only', 'other'] as const),
]);

/** What is wrong with the database; undefined if the error is about something else. */
export function problemOf(error: unknown): DatabaseProblem | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = codeOf(error);
  // A file is nothing of the database.
  if ('syscall' in error && error.syscall === 'open') return undefined;
  const [table, text] = code === undefined ? [ofMessage, error.message] : [ofCode, code];
  const found = table.find(([pattern]) => pattern.test(text))?.[1];
  return found ?? (isOfServer(error) ? 'other' : undefined);
}

/** Whether the server has said it, which then has a severity. */
const isOfServer = (error: Error): boolean => 'severity' in error && 'code' in error;

/** Whether the database cannot be used at all now, in contrast to a statement that it does not accept. */
export function isAway(error: unknown): boolean {
  const problem = problemOf(error);
  return problem !== undefined && !ofStatements.has(problem);
}

/** Why it cannot, for readers who must not learn where it is. */
export function sayAway(error: unknown): string {
  const { en } = databaseProblems[problemOf(error) ?? 'lost'];
  const code = codeOf(error);
  return code === undefined || code === noPassword ? en : `${en} (${code})`;
}
