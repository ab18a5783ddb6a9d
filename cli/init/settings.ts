import type { z } from 'zod';
import { bank } from '../../contract/bank-config/bank.js';
import { inOurWords } from '../../contract/in-our-words.js';
import { type Said, said, UsageError } from '../../contract/texts/said.js';
import { unknownChoice } from '../choice.js';
import { configProblem } from '../config/problems.js';
import { hooks } from './hook.js';

/** What `dcm init` has to know, as it is given in an option or typed as an answer. */

export const ciKinds = ['github', 'gitlab', 'none'] as const;
export const schemeChoices = ['dcm', 'bank', 'dcm,bank'] as const;

export interface Settings {
  readonly alias: string;
  readonly name: string;
  readonly authUrl: string;
  /** `none` if the bank does not use callbacks. */
  readonly callbackUrl: string;
  readonly schemes: string;
  readonly actsUrl: string;
  /** A language, or `none`. */
  readonly hook: string;
  readonly ci: string;
}

export interface Setting {
  readonly name: keyof Settings;
  readonly option: string;
  readonly asks: Said;
  /** The value if nothing is given, from those before it. */
  usual(before: Partial<Settings>): string;
  /** @throws {UsageError} if the value is not allowed */
  check(value: string): void;
}

/** By the schema of the member of bank.yaml that the value is for. */
const bySchema = (option: string, schema: z.ZodType, exception?: string) => (value: string) => {
  const parsed = schema.safeParse(value, inOurWords);
  const [issue] = parsed.error?.issues ?? [];
  if (issue === undefined || value === exception) return;
  const problem = `${option} ${value}: ${issue.message}`;
  throw new UsageError(said(problem, configProblem(problem)));
};

const oneOf = (option: string, names: readonly string[]) => (value: string) => {
  if (!names.includes(value))
    throw unknownChoice(option, value, Object.fromEntries(names.map((name) => [name, ''])));
};

const { alias, name, auth_url } = bank.shape;

export const settings: readonly Setting[] = [
  {
    name: 'alias',
    option: '--alias',
    asks: said('Alias of the bank, a host name label', 'Псевдонім банку: латинські літери, цифри й дефіси'),
    usual: () => 'bank1',
    check: bySchema('--alias', alias),
  },
  {
    name: 'name',
    option: '--name',
    asks: said('Name of the bank', 'Назва банку'),
    usual: () => 'Bank One',
    check: bySchema('--name', name),
  },
  {
    name: 'authUrl',
    option: '--auth-url',
    asks: said(
      'Base URL of /user_auth, /key and /external_id',
      'Базовий URL для /user_auth, /key і /external_id',
    ),
    usual: () => 'http://127.0.0.1:8080',
    check: bySchema('--auth-url', auth_url),
  },
  {
    name: 'callbackUrl',
    option: '--callback-url',
    asks: said(
      'Base URL of /api/dcm/notify/*, or none',
      'Базовий URL для /api/dcm/notify/* або none, якщо його немає',
    ),
    usual: ({ authUrl = '' }) => authUrl,
    check: bySchema('--callback-url', auth_url, 'none'),
  },
  {
    name: 'schemes',
    option: '--schemes',
    asks: said(
      `Authorization schemes (${schemeChoices.join('; ')})`,
      `Схеми авторизації (${schemeChoices.join('; ')})`,
    ),
    usual: () => 'dcm',
    check: oneOf('--schemes', schemeChoices),
  },
  {
    name: 'actsUrl',
    option: '--acts-url',
    asks: said('URL of the driver hook', 'URL хука драйвера'),
    usual: () => 'http://127.0.0.1:8080/dcm-acts',
    check: bySchema('--acts-url', auth_url),
  },
  {
    name: 'hook',
    option: '--hook',
    asks: said(
      `Write a driver hook (${Object.keys(hooks).join(', ')}, none)`,
      `Створити хук драйвера (${Object.keys(hooks).join(', ')}, none)`,
    ),
    usual: () => 'none',
    check: oneOf('--hook', [...Object.keys(hooks), 'none']),
  },
  {
    name: 'ci',
    option: '--ci',
    asks: said(`CI job (${ciKinds.join(', ')})`, `Завдання CI (${ciKinds.join(', ')})`),
    usual: () => 'github',
    check: oneOf('--ci', ciKinds),
  },
];
