import { type Command, CommanderError } from 'commander';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Language } from '../../contract/texts/language.js';
import { dcm, patience } from '../cli.testing.js';
import { reportError } from '../exit.js';
import { spokenLanguage } from '../language.js';
import { createProgram } from '../program.js';
import { errorInUkrainian } from './commander-errors.js';

/** Every command, the program first. */
const commandsIn = (command: Command): Command[] => [command, ...command.commands.flatMap(commandsIn)];

const programIn = (language: Language) =>
  commandsIn(createProgram({ language, finish: () => Promise.resolve() }));

function helpOf(command: Command): string {
  let text = '';
  command.configureOutput({ writeOut: (more) => (text += more), getOutHelpWidth: () => 400 }).outputHelp();
  return text;
}

/** Names that Ukrainian writes in Latin letters. */
const names = new Set(
  [
    ...[
      'API',
      'DCM',
      'HAR',
      'JSON',
      'JWK',
      'JWKS',
      'JWT',
      'URL',
      'OpenAPI',
      'Markdown',
      'UTC',
      'zip',
      'in',
      'out',
      'xx',
      'Horizon',
      'Stellar',
      'RS256',
      'bearer',
      'SIGTERM',
      'X-Forwarded-',
      'loopback',
      'postgres',
      'PASSWORD',
      'HOST',
      'Prometheus',
    ],
    ...[
      'cucumber',
      'curl',
      'guid',
      'id',
      'kid',
      'flow',
      'sub',
      'obj',
      'iat',
      'exp',
      'url',
      'manual',
      'new',
      'en',
      'uk',
      'a',
      'b',
      'by',
      'Bank',
      'list',
      'form',
      'U-26',
      'U-45',
    ],
    ...[
      'sign-in',
      'sign-up',
      'sign-up-processing',
      'sign-up-emission',
      'foreign-key',
      'long-expired',
      'alg-none',
    ],
    ...['refuses-everything', 'reports', 'latest', 'token', 'reference'],
    ...['node', 'python', 'java', 'go', 'github', 'gitlab', 'none', 'One', 'bank1', 'CI'],
  ].map((name) => name.toLowerCase()),
);

/** What is copied, not read: calls, options, texts in quotes, files, paths and URLs. */
const code =
  /^ {2}(?:dcm|curl) .*?(?: {2,}|$)|(?<=: )dcm(?: [a-z]+)+|\bdcm [a-z]+(?: key)?|"[^"]*"|(?<![\w-])--?[\w-]+|https?:\S+|(?:\/[\w.*-]+)+|[\w-]+(?:\/[\w.-]+)*\.(?:md|jws|jsonl?|html|xml|ndjson|har|yaml)\b|\bDCM_\w+/gm;

/** Latin words of a text that are neither names nor code. */
function foreignWords(text: string, own: readonly string[] = []): string[] {
  const words = text.replaceAll(code, '').match(/[A-Za-z][\w-]*/g) ?? [];
  return words.filter((word) => !names.has(word.toLowerCase()) && !own.includes(word));
}

describe('help in Ukrainian', () => {
  const [en, uk] = [programIn('en'), programIn('uk')];
  const own = ['dcm', ...uk.map((command) => command.name()), 'help'];

  it.each(uk.map((command, at) => [command.name(), command, en[at] as Command] as const))(
    'of %s has no English left, and no English has Ukrainian',
    (_, command, english) => {
      expect(english.name()).toBe(command.name());
      expect(foreignWords(helpOf(command), own)).toEqual([]);
      expect(helpOf(english)).not.toMatch(/[а-яіїєґ]/i);
      for (const text of [command.description(), ...command.options.map(({ description }) => description)])
        expect(text).toMatch(/[а-яіїєґ]/i);
    },
  );

  it('would find a sentence, a word and a heading that were forgotten', () => {
    expect(foreignWords('  --port <число>  port; 0 takes a free one')).toContain('takes');
    expect(foreignWords('звіти gone до теки')).toEqual(['gone']);
    expect(foreignWords('Options:')).toEqual(['Options']);
    expect(foreignWords('  dcm verify --reference    те саме with the bank')).toContain('with');
  });

  it('is chosen by --lang wherever it stands, else by the environment', () => {
    const spoken = (args: string, environment: NodeJS.ProcessEnv = {}) =>
      spokenLanguage(args.split(' '), environment);
    for (const args of ['--lang uk --help', 'verify --help --lang uk', 'help verify --lang=uk'])
      expect(spoken(args)).toBe('uk');
    expect(spoken('verify --lang uk --lang en')).toBe('en');
    expect(spoken('keys -- --lang uk')).toBe('en');
    expect(spoken('mock', { DCM_LANG: 'uk' })).toBe('uk');
    expect(spoken('mock --lang en', { DCM_LANG: 'uk' })).toBe('en');
    for (const name of ['LC_ALL', 'LC_MESSAGES', 'LANG'])
      expect(spoken('mock', { [name]: 'uk_UA.UTF-8' })).toBe('uk');
    expect(spoken('mock', { LC_ALL: 'C', LANG: 'uk_UA.UTF-8' })).toBe('en');
    expect(spoken('mock', { DCM_LANG: 'en', LANG: 'uk_UA.UTF-8' })).toBe('en');
    expect(spoken('mock', { LANG: 'ukx' })).toBe('en');
    for (const name of ['UK', 'uk_UA', 'uk_UA.UTF-8', 'uk-UA'])
      expect(spoken('mock', { DCM_LANG: name })).toBe('uk');
    for (const name of ['EN', 'en_US.UTF-8', 'C', 'C.UTF-8', 'POSIX'])
      expect(spoken('mock', { DCM_LANG: name, LANG: 'uk_UA.UTF-8' })).toBe('en');
  });

  it('of a command is that of the command, however deep it is', async () => {
    const lines: string[] = [];
    const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(`${text}`) > 0);
    const helpOn = async (...args: readonly string[]) => {
      lines.length = 0;
      await createProgram({ language: 'uk', finish: () => Promise.resolve() })
        .parseAsync(['--lang', 'uk', 'help', ...args], { from: 'user' })
        .catch((error) => expect(error).toBeInstanceOf(CommanderError));
      return lines.join('');
    };
    expect(await helpOn('statement', 'verify')).toContain('Використання: dcm statement verify [параметри]');
    expect(await helpOn('statement')).toContain('Використання: dcm statement [параметри]');
    expect(await helpOn()).toContain('Використання: dcm [параметри]');
    write.mockRestore();
  });
});

describe('the program in Ukrainian', { timeout: patience }, () => {
  it('gives the same help in any order', async () => {
    const orders = [
      ['--lang', 'uk', 'verify', '--help'],
      ['help', 'verify', '--lang', 'uk'],
      ['verify', '--help', '--lang=uk'],
    ];
    const [first, ...others] = await Promise.all(orders.map((args) => dcm(...args)));
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first?.out).toContain('Використання: dcm verify [параметри]');
    for (const other of others) expect(other).toEqual(first);
  });

  it('refuses a language that there is not, also for a command that has none', async () => {
    const { code, err } = await dcm('keys', 'x.json', '--lang', 'ru');
    expect(err).toContain('--lang ru');
    expect(code).toBe(2);
  });
});

describe('DCM_LANG', () => {
  afterEach(() => vi.unstubAllEnvs());

  const calls = [
    ...['mock', 'init', 'bank', 'prove', 'checklist', 'verify --reference', 'keys a.json', 'report diff a b'],
    'report bundle a',
    ...[
      'token --obj a --sub b',
      'doctor --config a',
      'load --reference',
      'onboarding --config a',
      'drift a.ndjson',
      'logs',
    ],
    ...['runs list', 'runs show 1', 'runs start', 'runs watch 1', 'runs stop 1', 'runs compare 1 2'],
    ...['statement key a.json', 'statement verify a.jws', 'proxy export a'],
  ];
  const run = async (call: string) => {
    const finish = vi.fn(() => Promise.resolve());
    await createProgram({ language: 'en', finish }).parseAsync(call.split(' '), { from: 'user' });
    return finish;
  };

  it('covers every command that does something', () => {
    const doing = programIn('en').filter(({ commands }) => commands.length === 0);
    expect(calls.length).toBe(doing.filter((command) => command.name() !== 'help').length);
  });

  it.each(calls)('that names no language is refused by dcm %s', async (call) => {
    vi.stubEnv('DCM_LANG', 'ru_RU.UTF-8');
    await expect(run(call)).rejects.toThrow('DCM_LANG ru_RU.UTF-8: expected en or uk');
    vi.stubEnv('DCM_LANG', 'uk_UA.UTF-8');
    expect(await run(call)).toHaveBeenCalledOnce();
  });
});

describe('a usage error in Ukrainian', () => {
  afterEach(() => vi.restoreAllMocks());

  /** What the program prints for these arguments. */
  async function printedBy(...args: readonly string[]): Promise<string> {
    const lines: string[] = [];
    const keep = (text: unknown) => lines.push(String(text)) > 0;
    vi.spyOn(process.stderr, 'write').mockImplementation(keep);
    vi.spyOn(console, 'error').mockImplementation(keep);
    const finish = (run: () => Promise<number>) =>
      run().then(
        () => {},
        (error) => void reportError(error, 'uk'),
      );
    await createProgram({ language: 'uk', finish })
      .parseAsync(args, { from: 'user' })
      .catch((error) => expect(error).toBeInstanceOf(CommanderError));
    return lines.join('');
  }

  it.each([
    [['tokn'], 'невідома команда «tokn»\n(Можливо, token?)'],
    [['prove', '--defekt'], 'невідомий параметр «--defekt»\n(Можливо, --defect?)'],
    [['prove', '--defect'], 'параметр «--defect <назва>» потребує значення'],
    [['prove', 'more'], 'забагато аргументів. Очікувано: 0, надано: 1.'],
    [['keys'], 'бракує обов’язкового аргументу <файл>'],
    [['token', '--obj', 'a'], 'не вказано обов’язкового параметра «--sub <текст>»'],
    [['mock', '--port', 'x'], 'dcm: --port x: очікувано число від 0 до 65535'],
    [['token', '--obj', 'a', '--sub', 'b', '--keys', '/none'], 'Створіть його так: dcm keys /none'],
    [['checklist', '--config', 'a', '--result', 'b'], 'укажіть або --config, або --result'],
    [['bank', '--defect', 'refuses-everythin'], 'можливо, refuses-everything? очікувано одне з\n'],
  ])('for %j says why', async (args, words) => {
    expect(await printedBy(...args)).toContain(words);
  });
});

it('an error of commander that is not known stays as it is', () => {
  expect(errorInUkrainian('error: another', (text) => text)).toBe('error: another');
  expect(
    errorInUkrainian("error: unknown option '--a'\n(Did you mean one of --b, --c?)", (text) => text),
  ).toBe('помилка: невідомий параметр «--a»\n(Можливо, одне з цих: --b, --c?)');
});
