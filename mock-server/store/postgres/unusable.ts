import { said, UsageError } from '../../../contract/texts/said.js';
import { Refusal } from '../../domain/refusal.js';
import { shownPlace } from '../../state-place.js';
import { codeOf, reasonOf } from '../errors.js';

/** A database that cannot be used at the start, and what the user can do. */
export class DatabaseError extends UsageError {
  override readonly name = 'DatabaseError';
}

/** Codes of PostgreSQL: no such database, no such user or wrong password, no right, no room for a connection. */
const ofUser = /^(?:3D|28|42501|53)/;

/** Why a database cannot be used at the start; other errors are given back as they are. */
export function unusable(url: string, error: unknown): unknown {
  const away = error instanceof Refusal && error.code === 'database-away';
  if (!away && !ofUser.test(codeOf(error) ?? '')) return error;
  const problem = away ? String(error.because.facts.problem) : reasonOf(error);
  const place = shownPlace(url);
  return new DatabaseError(
    said(
      `--state ${place}: the database cannot be used: ${problem}. Check that the server runs, that the database exists (createdb NAME), and that its user may connect and create tables`,
      `--state ${place}: базою даних неможливо скористатися: ${problem}. Перевірте, чи працює сервер, чи є база даних (createdb NAME) і чи має її користувач право під’єднуватися та створювати таблиці`,
    ),
    { cause: error },
  );
}
