import { type Said, said, UsageError } from '../../../contract/texts/said.js';
import { type DatabaseProblem, databaseProblems } from '../../../contract/texts/said-by-dcm/database.js';
import { Refusal } from '../../domain/refusal.js';
import { shownPlace } from '../../state-place.js';
import { codeOf, reasonOf } from '../errors.js';
import { noPassword, problemOf } from './problem.js';

/** A database that cannot be used at the start, and what the user can do. */
export class DatabaseError extends UsageError {
  override readonly name = 'DatabaseError';
}

const checkPlace = said(
  'Check host and port, and that the server runs',
  'Перевірте хост і порт та чи працює сервер',
);
const checkTls = said(
  'Check sslmode and sslrootcert in the URL: sslmode=disable does without TLS, sslrootcert names the file with the certificate of the authority',
  'Перевірте sslmode і sslrootcert в URL: sslmode=disable обходиться без TLS, sslrootcert указує файл із сертифікатом центру сертифікації',
);
const another = said(
  'Take a database of its own for the mock: createdb NAME',
  'Візьміть для імітатора окрему базу даних: createdb NAME',
);

const advice: Readonly<Record<DatabaseProblem, Said>> = {
  password: said('Check both in the URL, or PGPASSWORD', 'Перевірте їх в URL або PGPASSWORD'),
  'no-password': said(
    'Set PGPASSWORD, or put it into ~/.pgpass (mode 600) or into the URL',
    'Задайте PGPASSWORD або запишіть його у ~/.pgpass (режим 600) чи в URL',
  ),
  stranger: said(
    'Check that the user exists (createuser NAME) and that pg_hba.conf of the server lets it in from here',
    'Перевірте, чи існує користувач (createuser NAME) і чи впускає його звідси pg_hba.conf сервера',
  ),
  missing: said('Create it: createdb NAME', 'Створіть її: createdb NAME'),
  full: said(
    'Raise max_connections of the server or the limit of the user or database, or start fewer processes',
    'Збільште max_connections сервера чи межу для користувача або бази даних або запускайте менше процесів',
  ),
  resources: said('Look at the log of the server', 'Див. журнал сервера'),
  rights: said(
    'The user must be allowed to create tables, and own those that are there: createdb -O USER NAME',
    'Користувач має право створювати таблиці й бути власником наявних: createdb -O USER NAME',
  ),
  schema: said(
    'Create the schema, or leave search_path out of options',
    'Створіть схему або приберіть search_path з options',
  ),
  foreign: another,
  'read-only': said(
    'Give the URL of the primary server, not of a standby',
    'Укажіть URL основного сервера, а не резервного',
  ),
  stopping: said('Start the mock again when it runs', 'Запустіть імітатор знову, коли він працюватиме'),
  refused: checkPlace,
  host: checkPlace,
  silent: checkPlace,
  file: checkTls,
  'no-tls': checkTls,
  tls: checkTls,
  lost: checkPlace,
  other: said('PostgreSQL 15 is what it is tested with', 'Роботу перевірено з PostgreSQL 15'),
};

/** What the server or the system says about it, with its code. */
function detailOf(error: unknown): string {
  const code = codeOf(error);
  if (code === noPassword) return '';
  const reason = reasonOf(error);
  return code === undefined || reason.includes(code) ? ` (${reason})` : ` (${code}: ${reason})`;
}

/** Why a database cannot be used at the start; errors that are about something else are given back as they are. */
export function unusable(url: string, error: unknown): unknown {
  if (error instanceof UsageError) return error;
  const away = error instanceof Refusal && error.code === 'database-away';
  const cause = away ? error.cause : error;
  const problem = problemOf(cause);
  return problem === undefined ? error : databaseError(url, problem, cause);
}

export function databaseError(url: string, problem: DatabaseProblem, cause: unknown): DatabaseError {
  const place = shownPlace(url);
  const { en, uk } = databaseProblems[problem];
  const detail = detailOf(cause);
  return new DatabaseError(
    said(
      `--state ${place}: the database cannot be used: ${en}${detail}. ${advice[problem].en}`,
      `--state ${place}: базою даних неможливо скористатися: ${uk}${detail}. ${advice[problem].uk}`,
    ),
    { cause },
  );
}

/** A parameter in the URL that would be left out without a word. */
export const unknownParameter = (url: string, name: string, known: readonly string[]): DatabaseError =>
  new DatabaseError(
    said(
      `--state ${shownPlace(url)}: ${name} is no parameter of this program; it knows ${known.join(', ')}`,
      `--state ${shownPlace(url)}: програма не має параметра ${name}; вона знає ${known.join(', ')}`,
    ),
  );

/** A URL of a database that cannot be read. */
export const malformed = (url: string, cause?: unknown): DatabaseError => {
  const place = shownPlace(url);
  return new DatabaseError(
    said(
      `--state ${place}: this is no URL of a database. Percent-encode special characters of user and password (/ as %2F, # as %23, ? as %3F, @ as %40, : as %3A, % as %25); the port is a number`,
      `--state ${place}: це не URL бази даних. Запишіть особливі символи користувача й пароля у відсотковому кодуванні (/ як %2F, # як %23, ? як %3F, @ як %40, : як %3A, % як %25); порт — число`,
    ),
    { cause },
  );
};
