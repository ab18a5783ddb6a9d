import { said } from '../said.js';
import type { Phrase } from './template.js';

/** Why a database cannot be used. Clients may read these words: they name no user, database or host. */
export const databaseProblems = {
  password: said('wrong user or password', 'неправильні користувач або пароль'),
  'no-password': said(
    'the server asks for a password and none is given',
    'сервер вимагає пароль, а його не задано',
  ),
  stranger: said('this user may not connect', 'цьому користувачеві не дозволено під’єднуватися'),
  missing: said('there is no such database', 'такої бази даних немає'),
  full: said('too many connections', 'забагато з’єднань'),
  resources: said('the server is short of memory or disk space', 'серверу бракує пам’яті або місця на диску'),
  rights: said('the user lacks rights', 'користувачеві бракує прав'),
  schema: said('the search path names no schema that is there', 'у шляху пошуку немає жодної наявної схеми'),
  foreign: said(
    'it has tables with the same names that are not those of this program',
    'у ній є таблиці з тими самими назвами, що не належать цій програмі',
  ),
  'read-only': said('the server accepts no changes', 'сервер не приймає змін'),
  stopping: said('the server is starting or stopping', 'сервер запускається або зупиняється'),
  refused: said('nothing listens there', 'за цією адресою ніхто не слухає'),
  host: said('the name of its host is not known', 'ім’я її хоста невідоме'),
  silent: said('it does not answer in time', 'вона не відповідає вчасно'),
  file: said('a file that its URL names cannot be read', 'файл, указаний у її URL, не читається'),
  'no-tls': said(
    'the server does not offer TLS, which is asked for',
    'сервер не пропонує TLS, якого вимагають налаштування',
  ),
  tls: said('TLS with the server fails', 'не вдається встановити TLS із сервером'),
  lost: said('the connection was lost', 'з’єднання втрачено'),
  other: said('it refuses what this program needs', 'вона відмовляє в тому, що потрібно програмі'),
};

export type DatabaseProblem = keyof typeof databaseProblems;

/** With the code of PostgreSQL or of the operating system, and without. */
export const databasePhrases: readonly Phrase[] = Object.values(databaseProblems).flatMap(
  ({ en, uk }): Phrase[] => [
    [en, uk],
    [`${en} ({code})`, `${uk} ({code})`],
  ],
);
